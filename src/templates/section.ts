import type { Day } from '@/domain/day'
import type { Id } from '@/domain/id'
import type { Photo, PhotoWidth } from '@/domain/photo'
import type { Shop } from '@/domain/shop'
import type { Product } from '@/domain/sku'

/** What a section may know of the shop it stands in. */
export type ShopFace = Pick<
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
  | 'closedUntil'
>

/** What a section can do and ask where it stands: in a storefront, in a still preview, or on the server. Keep it
 *  the same object between renders: cards repaint when it changes. */
export interface SectionContext {
  /** A preview or a server render: nothing reacts. */
  still: boolean
  /** A single page in WeChat Moments: nothing can be bought, opened or called, so such buttons are left out. */
  viewOnly?: boolean
  /** Its owner is decorating: what is still to be filled in says so. */
  editing?: boolean
  /** The category buyers chose, `null` for all. Sections that list products show only these. */
  category: string | null
  chooseCategory(category: string | null): void
  photoUrl(photo: Photo, width: PhotoWidth): string
  /** How many of a product are in the cart; a React hook, so that a card repaints alone. */
  useQuantity(product: Product): number
  /** One more in the cart, or the product page where a choice is needed. */
  add(product: Product): void
  openProduct(product: Product): void
  callShop(): void
}

export interface SectionProps<Settings> {
  settings: Settings
  shop: ShopFace
  products: readonly Product[]
  /** There are more products than were read so far. */
  more: boolean
  context: SectionContext
  /** Today the shop takes no orders: goods are shown, nothing can be put in a cart. */
  closed: boolean
  today: Day
  /** Products that other sections of this look show by themselves; lists leave them out. */
  claimed: readonly Id[]
}
