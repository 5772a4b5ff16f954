import type { Query } from '../../db/database'
import { lockRights } from '../../lock-rights'
import { deleteShop } from '../shops/delete-shop'
import { endOpenings, hasOpening } from './store'

export async function hasCard(db: Query, shopId: string): Promise<boolean> {
  const row = await db
    .selectFrom('paper_card')
    .select('id')
    .where('shop_id', '=', shopId)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}

/**
 * Removes a shop that was opened for another person and that has neither an owner, nor a paper card, nor an opening that lasts. It has
 * no orders, because it takes none before it has an owner. Openings that have expired end.
 * @returns whether the shop was removed
 */
export async function giveUpShop(tx: Query, shopId: string, now: number): Promise<boolean> {
  await lockRights(tx, { shopId })
  const waiting = await tx
    .updateTable('shop')
    .set((eb) => ({ changes: eb('changes', '+', 1) }))
    .where('shop_id', '=', shopId)
    .where('waiting_since', 'is not', null)
    .returning('shop_id')
    .executeTakeFirst()
  await endOpenings(tx, shopId, now, { expiredAt: now })
  if (await hasOpening(tx, shopId, now)) return false
  if (!waiting || (await hasCard(tx, shopId))) return false
  await deleteShop(tx, shopId, 0)
  return true
}
