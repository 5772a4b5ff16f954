import { sql } from 'kysely'
import type { RouteReply } from '@/contract/routes'
import type { Page, PageQuery } from '@/contract/shapes'
import { maskName } from '@/domain/group-buy/group-buy'
import type { Order, OrderLine } from '@/domain/order/order'
import { quantitiesBySku } from '@/domain/product/cart'
import type { Query } from '../../db/database'
import { readJson } from '../../db/json'
import { decodeCursor, PAGE_SIZE, toPage } from '../../db/pagination'
import { type OrderRow, type StoredEvent, toOrder, toOrderAt } from '../orders/order-row'
import { type GroupBuyKey, isEntryOf } from './store'

type PublicEntry = RouteReply<'GET /api/shops/:shopId/group-buys/:groupBuyId/entries'>['items'][number]
export type Entry = RouteReply<'GET /api/shops/:shopId/group-buys/:groupBuyId/entry-orders'>['items'][number]

const linesOf = (lines: readonly OrderLine[]) =>
  quantitiesBySku(lines).map(([skuId, quantity]) => ({ skuId, quantity }))

function toPublicEntry(row: OrderRow): PublicEntry {
  const { receiver, lines, groupBuy } = toOrder(row)
  const name = groupBuy?.anonymous ? undefined : maskName(receiver.name)
  return { number: row.entry ?? 0, ...(name === undefined ? {} : { name }), lines: linesOf(lines) }
}

/** When an entry was handed out: the last time that it was finished. */
function handedOutAt({ state, history }: OrderRow): number | undefined {
  if (state !== 'done') return undefined
  return readJson<StoredEvent[]>(history)
    .filter(({ action }) => action === 'finish')
    .at(-1)?.at
}

export function toEntry(row: OrderRow): Entry {
  const { receiver, lines, groupBuy, payment, gathering, note } = toOrder(row)
  const at = handedOutAt(row)
  return {
    ...{ orderId: row.id, number: row.entry ?? 0, state: row.state, total: row.total },
    ...{ payment: { method: payment.method, state: payment.state }, lines: linesOf(lines) },
    ...{ name: receiver.name, phone: receiver.phone, fulfilment: row.fulfilment },
    ...(receiver.address === undefined ? {} : { address: receiver.address }),
    ...(gathering ? { gathering } : {}),
    ...(groupBuy?.point ? { pointId: groupBuy.point.id } : {}),
    ...(note === undefined ? {} : { note }),
    ...(groupBuy?.anonymous ? { anonymous: true } : {}),
    ...(row.buyer_id === row.shop_id ? { isPasted: true } : {}),
    ...(groupBuy?.chatNumber === undefined ? {} : { chatNumber: groupBuy.chatNumber }),
    ...(at === undefined ? {} : { handedOutAt: at }),
  }
}

/** The rows of a page as items; the number of an entry is where the next page begins. */
function toEntryPage<T>(rows: readonly OrderRow[], limit: number, toItem: (row: OrderRow) => T): Page<T> {
  return toPage(rows, limit, ({ entry, id }) => ({ at: entry ?? 0, id }), toItem)
}

const selectEntries = (db: Query, key: GroupBuyKey) =>
  db.selectFrom('shop_order').selectAll().where(isEntryOf(key))

/** The entries that stand, newest first. */
export async function readPublicEntries(
  db: Query,
  key: GroupBuyKey,
  { limit = PAGE_SIZE, cursor }: PageQuery,
): Promise<Page<PublicEntry>> {
  const before = decodeCursor(cursor)?.at
  const rows = await selectEntries(db, key)
    .where('state', '!=', 'cancelled')
    .$if(before !== undefined, (entries) => entries.where('entry', '<', before ?? 0))
    .orderBy('entry', 'desc')
    .limit(limit + 1)
    .execute()
  return toEntryPage(rows, limit, toPublicEntry)
}

/**
 * The entries as the shop reads them, by their numbers. Of the orders that had the same number, the one that stands is read, or else the last.
 */
export async function readEntries(
  db: Query,
  key: GroupBuyKey,
  { limit = PAGE_SIZE, cursor }: PageQuery,
): Promise<Page<Entry>> {
  const after = decodeCursor(cursor)?.at
  const rows = await selectEntries(db, key)
    .$if(after !== undefined, (entries) => entries.where('entry', '>', after ?? 0))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('shop_order as later')
            .select('later.id')
            .where('later.shop_id', '=', key.shopId)
            .where('later.group_buy_id', '=', key.groupBuyId)
            .whereRef('later.entry', '=', 'shop_order.entry')
            .whereRef('later.number', '>', 'shop_order.number'),
        ),
      ),
    )
    .orderBy('entry')
    .limit(limit + 1)
    .execute()
  return toEntryPage(rows, limit, toEntry)
}

/** What a person has in a group buy, and what the person took last in another one of the shop. */
export async function readMine(db: Query, key: GroupBuyKey, accountId: string, now: number) {
  const mine = await selectEntries(db, key)
    .where('buyer_id', '=', accountId)
    .where('state', '!=', 'cancelled')
    .orderBy('entry')
    .execute()
  const last = await db
    .selectFrom('shop_order')
    .select('lines')
    .where('shop_id', '=', key.shopId)
    .where('buyer_id', '=', accountId)
    .where('group_buy_id', 'is not', null)
    .where('group_buy_id', '!=', key.groupBuyId)
    .where('state', '!=', 'cancelled')
    .orderBy('created_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return {
    entries: mine.map((row): Omit<Order, 'history'> => {
      const { history: _, ...summary } = toOrderAt(row, now)
      return summary
    }),
    ...(last ? { last: linesOf(readJson<OrderLine[]>(last.lines)) } : {}),
  }
}

/** All entries of a group buy that stand, for lists that are printed. */
export async function readAllEntries(db: Query, key: GroupBuyKey): Promise<Entry[]> {
  const rows = await selectEntries(db, key)
    .where('state', '!=', sql.lit('cancelled' as const))
    .orderBy('entry')
    .execute()
  return rows.map(toEntry)
}
