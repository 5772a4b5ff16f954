import { expiryAfterChange } from '@/domain/order/order-expiry'
import type { OrderLimits } from '@/domain/order/order-limits'
import type { Query } from '../../db/database'
import { toOrder } from './order-row'
import { sqlPlaced } from './store'

/** Recalculates the expiry of the orders that wait for the shop from its changed limits. */
export async function changeExpiries(tx: Query, shopId: string, limits: OrderLimits, now: number) {
  const rows = await tx
    .selectFrom('shop_order')
    .selectAll()
    .where('shop_id', '=', shopId)
    .where('state', '=', sqlPlaced)
    .where('payment_state', 'in', ['due', 'paid'])
    .where('gathering', '=', 0)
    .execute()
  for (const row of rows) {
    const at = expiryAfterChange(limits, toOrder(row), now) ?? null
    if (at === row.expires_at) continue
    await tx
      .updateTable('shop_order')
      .set({ expires_at: at })
      .where('shop_id', '=', shopId)
      .where('id', '=', row.id)
      .where('state', '=', sqlPlaced)
      .execute()
  }
}
