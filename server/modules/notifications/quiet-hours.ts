import { DEFAULT_QUIET_HOURS, type QuietHours } from '@/domain/notification'
import type { Query } from '../../db/database'

/** The stored quiet hours of an account; `null` where they are the usual ones. */
interface StoredTimes {
  starts: number | null
  ends: number | null
}

export const toQuietHours = ({ starts, ends }: StoredTimes): QuietHours =>
  starts === null || ends === null ? DEFAULT_QUIET_HOURS : { from: starts, until: ends }

export async function quietHoursOf(db: Query, accountId: string): Promise<QuietHours> {
  const row = await db
    .selectFrom('quiet_hours')
    .select(['starts', 'ends'])
    .where('account_id', '=', accountId)
    .executeTakeFirst()
  return toQuietHours(row ?? { starts: null, ends: null })
}

export async function saveQuietHours(tx: Query, accountId: string, { from, until }: QuietHours) {
  const times = { starts: from, ends: until }
  await tx
    .insertInto('quiet_hours')
    .values({ account_id: accountId, ...times })
    .onConflict((conflict) => conflict.column('account_id').doUpdateSet(times))
    .execute()
}
