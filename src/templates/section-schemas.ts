import type { TSchema } from '@sinclair/typebox'
import type { SectionKind, SettingsByKind } from './section-kinds'
import * as categoryTabs from './sections/category-tabs/schema'
import * as contact from './sections/contact/schema'
import * as delivery from './sections/delivery/schema'
import * as featuredProduct from './sections/featured-product/schema'
import * as groupOrder from './sections/group-order/schema'
import * as licence from './sections/licence/schema'
import * as newArrivals from './sections/new-arrivals/schema'
import * as noticeBar from './sections/notice-bar/schema'
import * as openingHours from './sections/opening-hours/schema'
import * as origin from './sections/origin/schema'
import * as photoWall from './sections/photo-wall/schema'
import * as priceBoard from './sections/price-board/schema'
import * as productGrid from './sections/product-grid/schema'
import * as productList from './sections/product-list/schema'
import * as rooms from './sections/rooms/schema'
import * as shelf from './sections/shelf/schema'
import * as shopHead from './sections/shop-head/schema'
import * as showcase from './sections/showcase/schema'
import * as story from './sections/story/schema'
import * as textBlock from './sections/text-block/schema'
import * as todaysHarvest from './sections/todays-harvest/schema'

/** The schema and the defaults of a section kind's settings. */
export interface SectionSchema<K extends SectionKind> {
  kind: K
  schema: TSchema
  defaults: SettingsByKind[K]
}

/** Imported by the server and the look editor only, so that storefronts do not load TypeBox. */
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
  'group-order': groupOrder,
  licence: licence,
  'opening-hours': openingHours,
  origin: origin,
  'photo-wall': photoWall,
  rooms: rooms,
  showcase: showcase,
  story: story,
  'text-block': textBlock,
}

export const sectionKinds = Object.keys(sectionSchemas) as SectionKind[]
