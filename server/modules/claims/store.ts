import type { Selectable } from 'kysely'
import { type AfterSaleState, isAboutCancelling, isOpen } from '@/domain/order/after-sale'
import type { Claim } from '@/domain/order/claim'
import type { Photo } from '@/domain/photo'
import type { Query } from '../../db/database'
import { omitNulls, readJson } from '../../db/json'
import type { ClaimTable } from '../../db/order-tables'
import type { OrderRow } from '../orders/order-row'

export type ClaimRow = Selectable<ClaimTable>

export const toClaim = (row: ClaimRow): Claim =>
  omitNulls({
    ...{ id: row.id, wish: row.wish, reason: row.reason, text: row.text, amount: row.amount },
    ...{ state: row.state, granted: row.granted, at: row.created_at },
    goods: readJson<Claim['goods']>(row.goods),
    photos: readJson<Photo[]>(row.photos),
  })

type OrderKey = Pick<OrderRow, 'shop_id' | 'id'>

export const claimsOf = (db: Query, order: OrderKey): Promise<ClaimRow[]> =>
  db
    .selectFrom('claim')
    .selectAll()
    .where('shop_id', '=', order.shop_id)
    .where('order_id', '=', order.id)
    .orderBy('number')
    .execute()

export async function countClaims(
  db: Query,
  shopIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('claim')
    .select((eb) => ['shop_id', eb.fn.countAll().as('count')])
    .where('shop_id', 'in', shopIds)
    .groupBy('shop_id')
    .execute()
  return new Map(rows.map(({ shop_id, count }) => [shop_id, Number(count)]))
}

export const findClaim = (db: Query, shopId: string, id: string): Promise<ClaimRow | undefined> =>
  db.selectFrom('claim').selectAll().where('shop_id', '=', shopId).where('id', '=', id).executeTakeFirst()

/** Lets the last claim of an order follow the order's state. A claim that the order left behind was withdrawn. */
export async function updateLastClaim(
  tx: Query,
  order: OrderKey,
  state: AfterSaleState,
  changes: { granted?: number; restocked?: number },
): Promise<void> {
  const last = (await claimsOf(tx, order)).at(-1)
  if (!last || !isOpen(last.state)) return
  await tx
    .updateTable('claim')
    .set({ state: isAboutCancelling(state) ? 'none' : state, ...changes })
    .where('shop_id', '=', last.shop_id)
    .where('id', '=', last.id)
    .execute()
}
