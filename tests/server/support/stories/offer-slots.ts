import { DEFAULT_SLOT_RULE, type SlotRule } from '@/domain/order/delivery-slot'
import type { ManagedShop } from '@/domain/shop/shop'
import { answered } from '../api-client'
import type { OpenedShop } from '../test-shop'

export const slotRule = (changes: Partial<SlotRule> = {}): SlotRule => ({ ...DEFAULT_SLOT_RULE, ...changes })

/** Saves the settings of a shop with changes; throws when they are refused. */
export async function changeTestSettings(
  { owner, shopId }: OpenedShop,
  changes: object,
): Promise<ManagedShop> {
  const { shop } = (await owner.call(`GET /api/shops/${shopId}`)).json<{ shop: ManagedShop }>()
  const { id, slug, trade, openedAt, ...settings } = shop
  return answered(owner.call(`PUT /api/shops/${shopId}/settings`, { ...settings, ...changes }))
}
