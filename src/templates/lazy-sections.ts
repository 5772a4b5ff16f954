import { defineSection, type Sections } from './define-section'
import type { LazySettings } from './section-kinds'
import { GroupOrder } from './sections/group-order/section'
import { groupOrderDefaults } from './sections/group-order/settings'
import { Licence } from './sections/licence/section'
import { licenceDefaults } from './sections/licence/settings'
import { claimsNewest } from './sections/new-arrivals/newest-products'
import { NewArrivals } from './sections/new-arrivals/section'
import { newArrivalsDefaults } from './sections/new-arrivals/settings'
import { OpeningHours } from './sections/opening-hours/section'
import { openingHoursDefaults } from './sections/opening-hours/settings'
import { Origin } from './sections/origin/section'
import { originDefaults } from './sections/origin/settings'
import { PhotoWall } from './sections/photo-wall/section'
import { photoWallDefaults } from './sections/photo-wall/settings'
import { PriceBoard } from './sections/price-board/section'
import { priceBoardDefaults } from './sections/price-board/settings'
import { Rooms } from './sections/rooms/section'
import { roomsDefaults } from './sections/rooms/settings'
import { claimsFirst } from './sections/shelf/claims'
import { Shelf } from './sections/shelf/section'
import { shelfDefaults } from './sections/shelf/settings'
import { Showcase } from './sections/showcase/section'
import { showcaseDefaults } from './sections/showcase/settings'
import { Story } from './sections/story/section'
import { storyDefaults } from './sections/story/settings'
import { TextBlock } from './sections/text-block/section'
import { textBlockDefaults } from './sections/text-block/settings'
import { TodaysHarvest } from './sections/todays-harvest/section'
import { todaysHarvestDefaults } from './sections/todays-harvest/settings'

/** The sections that only some looks use. */
export const lazySections: Sections<keyof LazySettings> = {
  'group-order': defineSection(GroupOrder, groupOrderDefaults),
  licence: defineSection(Licence, licenceDefaults),
  'new-arrivals': defineSection(NewArrivals, newArrivalsDefaults, claimsNewest),
  'opening-hours': defineSection(OpeningHours, openingHoursDefaults),
  origin: defineSection(Origin, originDefaults),
  'photo-wall': defineSection(PhotoWall, photoWallDefaults),
  'price-board': defineSection(PriceBoard, priceBoardDefaults),
  rooms: defineSection(Rooms, roomsDefaults),
  shelf: defineSection(Shelf, shelfDefaults, claimsFirst),
  showcase: defineSection(Showcase, showcaseDefaults),
  story: defineSection(Story, storyDefaults),
  'text-block': defineSection(TextBlock, textBlockDefaults),
  'todays-harvest': defineSection(TodaysHarvest, todaysHarvestDefaults, claimsFirst),
}
