import { type CausedMovement, type Moved, sumMovements } from '@/domain/payment/money-month'
import type { Query } from '../../db/database'

/** The money that orders of a shop have moved, by order, according to its ledger. Orders without movements are left out. */
export async function readMoved(db: Query, shopId: string, ids: string[]): Promise<Map<string, Moved>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('ledger')
    .select(['order_id', 'cause', 'debit', 'credit', 'amount'])
    .where('shop_id', '=', shopId)
    .where('order_id', 'in', ids)
    .execute()
  const movements = new Map<string, CausedMovement[]>()
  for (const { order_id, ...movement } of rows) {
    const known = movements.get(order_id)
    if (known) known.push(movement)
    else movements.set(order_id, [movement])
  }
  return new Map([...movements].map(([id, ofOrder]) => [id, sumMovements(ofOrder)]))
}
