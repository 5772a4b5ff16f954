import { photoPath } from '@/domain/photo'
import { assetUrl } from '@/platform/network/asset-url'
import type { SectionContext } from '@/templates/section'

const nothing = () => undefined

/** The shop as buyers see it, without reacting to anything. */
export const stillContext: SectionContext = {
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
export const editingContext: SectionContext = { ...stillContext, editing: true }
