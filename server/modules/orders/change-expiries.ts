import { expiryAfterChange, type OrderLimits } from '@/domain/order-limits'
import type { Query } from '../../db/database'
import { sqlPlaced } from './store'

/** Recalculates the expiry of the orders that wait for the shop from its changed limits. */
export async function changeExpiries(
  tx: Query,
  shopId: string,
  limits: OrderLimits,
  now: number,
): Promise<void> {
  const rows = await tx
    .selectFrom('shop_order')
    .select(['id', 'created_at', 'expires_at'])
    .where('shop_id', '=', shopId)
    .where('state', '=', sqlPlaced)
    .where('payment_state', 'in', ['due', 'paid'])
    .execute()
  for (const { id, created_at, expires_at } of rows) {
    const at = expiryAfterChange(limits, created_at, now) ?? null
    if (at === expires_at) continue
    await tx
      .updateTable('shop_order')
      .set({ expires_at: at })
      .where('shop_id', '=', shopId)
      .where('id', '=', id)
      .where('state', '=', sqlPlaced)
      .execute()
  }
}
