import type { Kysely, Migration } from 'kysely'

/** The columns of orders that this migration reads and writes. */
interface Orders {
  shop_order: {
    shop_id: string
    id: string
    state: string
    payment_state: string
    fulfilment: string
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

const waiting = (db: Kysely<Orders>) =>
  db.selectFrom('shop_order').where('state', '=', 'placed').where('payment_state', 'in', ['due', 'paid'])

/** Orders that wait for their shop end with their day, also where orders do not expire. */
export const waitingOrders: Migration = {
  async up(db: Kysely<Orders>) {
    const now = Date.now()
    const days = await waiting(db).select('slot_day').distinct().where('slot_day', 'is not', null).execute()
    for (const { slot_day } of days)
      if (slot_day !== null) await endAt(db, endOf(slot_day, now)).where('slot_day', '=', slot_day).execute()
    const dated = await waiting(db).select(['id', 'lines']).where('fulfilment', '=', 'on-site').execute()
    for (const [day, ids] of groupByDay(dated))
      for (let from = 0; from < ids.length; from += BATCH_SIZE)
        await endAt(db, endOf(day, now))
          .where('id', 'in', ids.slice(from, from + BATCH_SIZE))
          .execute()
  },
}

/** Lets waiting orders end at a time, but for those that end earlier. */
const endAt = (db: Kysely<Orders>, at: number) =>
  db
    .updateTable('shop_order')
    .set({ expires_at: at })
    .where('state', '=', 'placed')
    .where('payment_state', 'in', ['due', 'paid'])
    .where((eb) => eb.or([eb('expires_at', 'is', null), eb('expires_at', '>', at)]))

function groupByDay(orders: readonly { id: string; lines: string }[]): Map<string, string[]> {
  const idsByDay = new Map<string, string[]>()
  for (const { id, lines } of orders) {
    const day = firstDate(lines)
    if (day !== undefined) idsByDay.set(day, [...(idsByDay.get(day) ?? []), id])
  }
  return idsByDay
}
