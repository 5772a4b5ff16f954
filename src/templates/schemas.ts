import type { TSchema } from '@sinclair/typebox'
import type { SectionKind, SettingsByKind } from './kinds'
import * as categoryTabs from './sections/category-tabs/schema'
import * as contact from './sections/contact/schema'
import * as delivery from './sections/delivery/schema'
import * as featuredProduct from './sections/featured-product/schema'
import * as newArrivals from './sections/new-arrivals/schema'
import * as noticeBar from './sections/notice-bar/schema'
import * as priceBoard from './sections/price-board/schema'
import * as productGrid from './sections/product-grid/schema'
import * as productList from './sections/product-list/schema'
import * as shelf from './sections/shelf/schema'
import * as shopHead from './sections/shop-head/schema'
import * as textBlock from './sections/text-block/schema'
import * as todaysHarvest from './sections/todays-harvest/schema'

/** What a kind of section may be set to. `version` counts changes of its settings. */
export interface SectionSchema<K extends SectionKind> {
  kind: K
  version: number
  schema: TSchema
  defaults: SettingsByKind[K]
}

/** Loaded by the server and by decorating only: phones that show a shop do not carry TypeBox. */
export const sectionSchemas: { [K in SectionKind]: SectionSchema<K> } = {
  'shop-head': shopHead,
  'notice-bar': noticeBar,
  'category-tabs': categoryTabs,
  'product-grid': productGrid,
  'product-list': productList,
  'featured-product': featuredProduct,
  delivery,
  contact,
  'new-arrivals': newArrivals,
  'price-board': priceBoard,
  shelf: shelf,
  'todays-harvest': todaysHarvest,
  'text-block': textBlock,
}

export const sectionKinds = Object.keys(sectionSchemas) as SectionKind[]
