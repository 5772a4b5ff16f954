import { dayOf } from '@/domain/day'
import type { Query } from '../../server/db/database'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

/** The payouts of the days before, in fen, the last first. */
const AMOUNTS = [8640, 12_000, 23_580]

/** Records payouts of a seller that have reached the bank account, each at nine in the morning of a day. */
export async function seedPayouts(
  db: Query,
  { shopId, merchant, started }: { shopId: string; merchant: string; started: number },
): Promise<void> {
  const rows = AMOUNTS.map((amount, i) => {
    const at = started - (i + 1) * DAY_MS - HOUR_MS
    const number = `P${merchant}${dayOf(at).replaceAll('-', '')}`
    return {
      ...{ shop_id: shopId, number, merchant, amount, state: 'done' as const, reason: null },
      ...{ created_at: at, changed_at: at + HOUR_MS },
    }
  })
  await db.insertInto('payout').values(rows).execute()
}
