import type { Static } from '@sinclair/typebox'
import type { ManagedShopShape, ShopSettingsShape, ShopShape } from '@/contract/shops'
import type { Day } from './day'

/** The settings of a shop that its owner edits. */
export type ShopSettings = Static<typeof ShopSettingsShape>

/** A shop as buyers see it. */
export type Shop = Static<typeof ShopShape>

/** A shop with the fields that only its owners see. */
export type ManagedShop = Static<typeof ManagedShopShape>

/** True before `closedUntil`: orders are rejected. */
export const isClosed = (shop: Pick<ShopSettings, 'closedUntil'>, today: Day): boolean =>
  shop.closedUntil !== undefined && today < shop.closedUntil
