import type { Day } from '@/domain/day'
import type { Id } from '@/domain/id'
import type { Photo, PhotoCrop, PhotoWidth } from '@/domain/photo'
import type { Product } from '@/domain/product/product'
import type { Shop } from '@/domain/shop/shop'

/** The shop data that sections may use. */
export type SectionShop = Pick<
  Shop,
  | 'name'
  | 'place'
  | 'phone'
  | 'notice'
  | 'trade'
  | 'fulfilments'
  | 'payments'
  | 'freight'
  | 'pickupPlace'
  | 'wechatId'
  | 'deliveryArea'
  | 'closedUntil'
  | 'practiceUntil'
  | 'isWaiting'
  | 'categories'
  | 'logo'
  | 'banner'
>

/**
 * The actions and data of a section's environment: a storefront, an inert preview, or the server. It must be the same object
 * between renders, since cards re-render when it changes.
 */
export interface SectionContext {
  /** A preview or a server render: nothing is interactive. */
  isInert: boolean
  /** A single page in WeChat Moments: buttons to buy, open or call are left out. */
  isViewOnly?: boolean
  /** The look editor: sections without content show a placeholder. */
  isEditing?: boolean
  /** The chosen category, `null` for all. Sections that list products show only this one. */
  category: string | null
  chooseCategory(category: string | null): void
  photoUrl(photo: Photo, width: PhotoWidth): string
  /** The address of a part of a photo that is cut out around what it shows; only logos and banners have them. */
  cropUrl(photo: Photo, crop: PhotoCrop): string
  /** The quantity of a product in the cart; a React hook, so that only its own card re-renders. */
  useQuantity(product: Product): number
  /** Adds one to the cart, or opens the product page if a choice is needed. */
  add(product: Product): void
  /** Takes one out of the cart. */
  remove(product: Product): void
  openProduct(product: Product): void
  callShop(): void
}

export interface SectionProps<Settings> {
  settings: Settings
  shop: SectionShop
  products: readonly Product[]
  /** There are more products than have been read. */
  more: boolean
  context: SectionContext
  /** The shop takes no orders today: products are shown but cannot be added to the cart. */
  closed: boolean
  today: Day
  /** Products that other sections of the look claim; lists leave them out. */
  claimed: readonly Id[]
}
