import {
  type DrawMiniature,
  type Pen,
  type SectionDrawing,
  type SectionSettings,
  textPage,
} from './miniature/strokes'
import { categoryTabsMiniature } from './sections/category-tabs/miniature'
import { featuredProductMiniature } from './sections/featured-product/miniature'
import { groupOrderMiniature } from './sections/group-order/miniature'
import { newArrivalsMiniature } from './sections/new-arrivals/miniature'
import { noticeBarMiniature } from './sections/notice-bar/miniature'
import { originMiniature } from './sections/origin/miniature'
import { photoWallMiniature } from './sections/photo-wall/miniature'
import { priceBoardMiniature } from './sections/price-board/miniature'
import { productGridMiniature } from './sections/product-grid/miniature'
import { productListMiniature } from './sections/product-list/miniature'
import { roomsMiniature } from './sections/rooms/miniature'
import { shelfMiniature } from './sections/shelf/miniature'
import { shopHeadMiniature } from './sections/shop-head/miniature'
import { showcaseMiniature } from './sections/showcase/miniature'
import { storyMiniature } from './sections/story/miniature'
import { todaysHarvestMiniature } from './sections/todays-harvest/miniature'

/** The miniatures of section kinds. Imported by the look editor only, so that storefronts do not load them. */
const miniatures: Record<string, DrawMiniature> = {
  'shop-head': shopHeadMiniature,
  'price-board': priceBoardMiniature,
  'photo-wall': photoWallMiniature,
  'notice-bar': noticeBarMiniature,
  'category-tabs': categoryTabsMiniature,
  'product-grid': productGridMiniature,
  'product-list': productListMiniature,
  shelf: shelfMiniature,
  'new-arrivals': newArrivalsMiniature,
  'featured-product': featuredProductMiniature,
  showcase: showcaseMiniature,
  'todays-harvest': todaysHarvestMiniature,
  'group-order': groupOrderMiniature,
  rooms: roomsMiniature,
  origin: originMiniature,
  story: storyMiniature,
}

/** Draws a section's miniature; a kind without one, or an unknown kind, is drawn as lines of text. */
export const drawSection = (kind: string, settings: SectionSettings, pen: Pen): SectionDrawing =>
  miniatures[kind]?.(pen, settings) ?? textPage(pen, 2)
