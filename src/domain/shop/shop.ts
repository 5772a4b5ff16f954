import type { Static } from '@sinclair/typebox'
import type { ManagedShopShape, ShopSettingsShape, ShopShape } from '@/contract/shop/shops'
import type { Day } from '../day'

export type ShopSettings = Static<typeof ShopSettingsShape>

/** A shop as buyers see it. */
export type Shop = Static<typeof ShopShape>

/** A shop with the fields that only its owners see. */
export type ManagedShop = Static<typeof ManagedShopShape>

/** Maximum length of how far a shop delivers, in characters. */
export const MAX_DELIVERY_AREA_LENGTH = 40

/** A practice shop that nobody makes real is removed after this time, in ms. */
export const PRACTICE_MS = 30 * 86_400_000

/** `closedUntil` of a shop that takes no orders until its seller opens it again. */
export const UNTIL_REOPENED: Day = '9999-12-31'

/** Maximum length of what a shop says to buyers while it takes no orders, in characters. */
export const MAX_CLOSED_NOTE_LENGTH = 60

/** The HTTP status of a `not-found` failure about a shop that was closed for good. */
export const GONE = 410

/** True before `closedUntil`. */
export const isResting = (shop: Pick<ShopSettings, 'closedUntil'>, today: Day): boolean =>
  shop.closedUntil !== undefined && today < shop.closedUntil

/** True while orders are rejected: the shop is resting, for practice, or waits for its owner. */
export const isClosed = (shop: Pick<Shop, 'closedUntil' | 'practiceUntil' | 'isWaiting'>, today: Day) =>
  shop.practiceUntil !== undefined || shop.isWaiting === true || isResting(shop, today)
