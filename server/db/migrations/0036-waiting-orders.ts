import type { ExpressionBuilder, Kysely, Migration } from 'kysely'

/** The columns of orders that this migration reads and writes. */
interface Orders {
  shop_order: {
    shop_id: string
    id: string
    state: string
    payment_state: string
    slot_day: string | null
    lines: string
    expires_at: number | null
  }
}

const DAY_MS = 86_400_000

/** Orders that are changed by one statement. */
const BATCH_SIZE = 500

/** The end of a day at UTC+8; a day that is over leaves its shop one more day to answer. */
const endOf = (day: string, now: number): number =>
  Math.max(Date.parse(`${day}T00:00:00Z`) + DAY_MS - 8 * 3_600_000, now + DAY_MS)

/** The first day of an order's goods. */
const firstDate = (lines: string): string | undefined =>
  (JSON.parse(lines) as { date?: string }[]).flatMap(({ date }) => date ?? []).sort()[0]

/** Orders that wait for their shop end with their day, also where orders do not expire. */
export const waitingOrders: Migration = {
  async up(db: Kysely<Orders>) {
    const now = Date.now()
    const orders = await db
      .selectFrom('shop_order')
      .select(['shop_id', 'id', 'slot_day', 'lines'])
      .where(isWaiting)
      .execute()
    for (const { shopId, day, ids } of groupByDay(orders))
      for (let from = 0; from < ids.length; from += BATCH_SIZE)
        await endAt(db, endOf(day, now))
          .where('shop_id', '=', shopId)
          .where('id', 'in', ids.slice(from, from + BATCH_SIZE))
          .execute()
  },
}

const isWaiting = ({ and, eb }: ExpressionBuilder<Orders, 'shop_order'>) =>
  and([eb('state', '=', 'placed'), eb('payment_state', 'in', ['due', 'paid'])])

/** Lets waiting orders end at a time, but for those that end earlier. */
const endAt = (db: Kysely<Orders>, at: number) =>
  db
    .updateTable('shop_order')
    .set({ expires_at: at })
    .where((eb) => eb.or([eb('expires_at', 'is', null), eb('expires_at', '>', at)]))

interface OrdersOfDay {
  shopId: string
  day: string
  ids: string[]
}

/** The orders of each shop and day. */
function groupByDay(
  orders: readonly Pick<Orders['shop_order'], 'shop_id' | 'id' | 'slot_day' | 'lines'>[],
): Iterable<OrdersOfDay> {
  const groups = new Map<string, OrdersOfDay>()
  for (const { shop_id: shopId, id, slot_day, lines } of orders) {
    const day = slot_day ?? firstDate(lines)
    if (day === undefined) continue
    const group = groups.get(`${shopId} ${day}`) ?? { shopId, day, ids: [] }
    group.ids.push(id)
    groups.set(`${shopId} ${day}`, group)
  }
  return groups.values()
}
