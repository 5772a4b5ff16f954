import { draws, type Sections } from './draw'
import type { FurtherSettings } from './kinds'
import { claimsNewest } from './sections/new-arrivals/newest'
import { NewArrivals } from './sections/new-arrivals/section'
import { newArrivalsDefaults } from './sections/new-arrivals/settings'
import { PriceBoard } from './sections/price-board/section'
import { priceBoardDefaults } from './sections/price-board/settings'
import { claimsFirst } from './sections/shelf/claims'
import { Shelf } from './sections/shelf/section'
import { shelfDefaults } from './sections/shelf/settings'
import { TextBlock } from './sections/text-block/section'
import { textBlockDefaults } from './sections/text-block/settings'
import { TodaysHarvest } from './sections/todays-harvest/section'
import { todaysHarvestDefaults } from './sections/todays-harvest/settings'

/** What some shops have besides. */
export const furtherSections: Sections<keyof FurtherSettings> = {
  'new-arrivals': draws(NewArrivals, newArrivalsDefaults, claimsNewest),
  'price-board': draws(PriceBoard, priceBoardDefaults),
  shelf: draws(Shelf, shelfDefaults, claimsFirst),
  'text-block': draws(TextBlock, textBlockDefaults),
  'todays-harvest': draws(TodaysHarvest, todaysHarvestDefaults, claimsFirst),
}
