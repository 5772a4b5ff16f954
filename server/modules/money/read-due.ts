import { sql } from 'kysely'
import type { Page, PageQuery } from '@/contract/shapes'
import { dayOf } from '@/domain/day'
import { boundsOf, type Month } from '@/domain/month'
import type { DueBuyer, MoneyMonth } from '@/domain/payment/money-month'
import type { Receiver } from '@/domain/receiver/receiver'
import type { Query } from '../../db/database'
import { readJson } from '../../db/json'
import { readPage, toPage } from '../../db/pagination'
import { DAY_MS } from '../../jobs/intervals'
import { isDue } from '../orders/store'
import { toDebtor } from './debtor'

/** The number of orders whose money is due to a shop now, and the sum in fen. */
export async function readDue(db: Query, shopId: string): Promise<MoneyMonth['due']> {
  const due = await db
    .selectFrom('shop_order')
    .select((eb) => [eb.fn.countAll().as('orders'), eb.fn.sum('total').as('amount')])
    .where('shop_id', '=', shopId)
    .where(isDue)
    .executeTakeFirstOrThrow()
  return { orders: Number(due.orders), amount: Number(due.amount ?? 0) }
}

/** The number and sum, in fen, of the due orders of a month, by the day of the order. */
export async function readDueDays(db: Query, shopId: string, month: Month): Promise<MoneyMonth['dueDays']> {
  const { from, until } = boundsOf(month)
  // whole days since the first of the month; dividing integers truncates on both engines
  const index = sql<number>`(created_at - ${sql.lit(from)}) / ${sql.lit(DAY_MS)}`
  const rows = await db
    .selectFrom('shop_order')
    .select((eb) => [index.as('index'), eb.fn.countAll().as('orders'), eb.fn.sum('total').as('amount')])
    .where('shop_id', '=', shopId)
    .where(isDue)
    .where('created_at', '>=', from)
    .where('created_at', '<', until)
    .groupBy(index)
    .orderBy(index)
    .execute()
  return rows.map((row) => ({
    day: dayOf(from + Number(row.index) * DAY_MS),
    orders: Number(row.orders),
    amount: Number(row.amount),
  }))
}

const MAX_RECEIVERS = 5

/** The buyers who owe a shop, those who owe longest first. */
export async function readDueBuyers(db: Query, shopId: string, query: PageQuery): Promise<Page<DueBuyer>> {
  const select = db
    .selectFrom((eb) =>
      eb
        .selectFrom('shop_order')
        .select(({ fn }) => [
          'buyer_id',
          fn.min('created_at').as('since'),
          fn.min('id').as('id'),
          fn.countAll().as('orders'),
          fn.sum('total').as('amount'),
        ])
        .where('shop_id', '=', shopId)
        .where(isDue)
        .groupBy('buyer_id')
        .as('debt'),
    )
    .selectAll()
  const rows = await readPage(select, query, ['since', 'id'], 'oldest')
  const receivers = await readReceivers(
    db,
    shopId,
    rows.map((row) => row.buyer_id),
  )
  return toPage(
    rows,
    query.limit,
    ({ since: at, id }) => ({ at: Number(at), id }),
    ({ buyer_id, id, orders, amount }) => ({
      id,
      receivers: receivers.get(buyer_id) ?? [],
      orders: Number(orders),
      amount: Number(amount),
    }),
  )
}

/** The receivers of the due orders, by buyer and the latest first; people with the same phone once. */
async function readReceivers(
  db: Query,
  shopId: string,
  buyers: string[],
): Promise<Map<string, DueBuyer['receivers']>> {
  const known = new Map<string, Map<string, Receiver>>(buyers.map((buyer) => [buyer, new Map()]))
  if (buyers.length === 0) return new Map()
  const rows = await db
    .selectFrom('shop_order')
    .select(['buyer_id', 'receiver'])
    .where('shop_id', '=', shopId)
    .where(isDue)
    .where('buyer_id', 'in', buyers)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  for (const row of rows) {
    const receiver = readJson<Receiver>(row.receiver)
    const ofBuyer = known.get(row.buyer_id)
    if (ofBuyer && ofBuyer.size < MAX_RECEIVERS && !ofBuyer.has(receiver.phone))
      ofBuyer.set(receiver.phone, receiver)
  }
  return new Map([...known].map(([buyer, ofBuyer]) => [buyer, [...ofBuyer.values()].map(toDebtor)]))
}
