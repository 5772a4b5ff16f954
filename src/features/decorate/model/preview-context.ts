import { photoPath } from '@/domain/photo'
import { assetUrl } from '@/platform/media/assets'
import type { SectionContext } from '@/templates/section'

const nothing = () => undefined

/** Renders the shop as buyers see it, without any interaction. */
export const previewContext: SectionContext = {
  isInert: true,
  category: null,
  chooseCategory: nothing,
  photoUrl: (photo, width) => assetUrl(photoPath(photo.hash, width)),
  useQuantity: () => 0,
  add: nothing,
  remove: nothing,
  openProduct: nothing,
  callShop: nothing,
}

/** The same in the editor: sections without content show what belongs in them. */
export const editingContext: SectionContext = { ...previewContext, isEditing: true }
