import { cropPath, photoPath } from '@/domain/photo'
import { assetUrl } from '@/platform/media/assets'
import type { SectionContext } from './section'

const nothing = () => undefined

/** Renders a shop as buyers see it, without any interaction. */
export const inertContext: SectionContext = {
  isInert: true,
  category: null,
  chooseCategory: nothing,
  photoUrl: (photo, width) => assetUrl(photoPath(photo.hash, width)),
  cropUrl: (photo, crop) => assetUrl(cropPath(photo.hash, crop)),
  useQuantity: () => 0,
  add: nothing,
  remove: nothing,
  openProduct: nothing,
  callShop: nothing,
}
