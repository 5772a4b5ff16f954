import type { CategoryTabsSettings } from './sections/category-tabs/settings'
import type { ContactSettings } from './sections/contact/settings'
import type { DeliverySettings } from './sections/delivery/settings'
import type { FeaturedProductSettings } from './sections/featured-product/settings'
import type { GroupOrderSettings } from './sections/group-order/settings'
import type { LicenceSettings } from './sections/licence/settings'
import type { NewArrivalsSettings } from './sections/new-arrivals/settings'
import type { NoticeBarSettings } from './sections/notice-bar/settings'
import type { OpeningHoursSettings } from './sections/opening-hours/settings'
import type { OriginSettings } from './sections/origin/settings'
import type { PhotoWallSettings } from './sections/photo-wall/settings'
import type { PriceBoardSettings } from './sections/price-board/settings'
import type { ProductGridSettings } from './sections/product-grid/settings'
import type { ProductListSettings } from './sections/product-list/settings'
import type { RoomsSettings } from './sections/rooms/settings'
import type { ShelfSettings } from './sections/shelf/settings'
import type { ShopHeadSettings } from './sections/shop-head/settings'
import type { ShowcaseSettings } from './sections/showcase/settings'
import type { StorySettings } from './sections/story/settings'
import type { TextBlockSettings } from './sections/text-block/settings'
import type { TodaysHarvestSettings } from './sections/todays-harvest/settings'

/** The core sections, which every storefront loads. */
export interface CoreSettings {
  'shop-head': ShopHeadSettings
  'notice-bar': NoticeBarSettings
  'category-tabs': CategoryTabsSettings
  'product-grid': ProductGridSettings
  'product-list': ProductListSettings
  'featured-product': FeaturedProductSettings
  delivery: DeliverySettings
  contact: ContactSettings
}

/** The lazy sections; H5 loads them only for looks that have them. */
export interface LazySettings {
  'group-order': GroupOrderSettings
  licence: LicenceSettings
  'new-arrivals': NewArrivalsSettings
  'opening-hours': OpeningHoursSettings
  origin: OriginSettings
  'photo-wall': PhotoWallSettings
  'price-board': PriceBoardSettings
  rooms: RoomsSettings
  shelf: ShelfSettings
  showcase: ShowcaseSettings
  story: StorySettings
  'text-block': TextBlockSettings
  'todays-harvest': TodaysHarvestSettings
}

/** All section kinds with their settings. */
export interface SettingsByKind extends CoreSettings, LazySettings {}

export type SectionKind = keyof SettingsByKind
