import { photoPath } from '@/domain/photo'
import { assetUrl } from '@/platform/network/asset-url'
import type { Scene } from '@/templates/section'

const nothing = () => undefined

/** The shop as buyers see it, without reacting to anything. */
export const stillScene: Scene = {
  still: true,
  category: null,
  chooseCategory: nothing,
  photoUrl: (photo, width) => assetUrl(photoPath(photo.hash, width)),
  useQuantity: () => 0,
  add: nothing,
  openProduct: nothing,
  callShop: nothing,
}

/** The same while it is decorated: what is still to be filled in says so. */
export const editingScene: Scene = { ...stillScene, editing: true }
