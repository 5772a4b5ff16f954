import { DEFAULT_QUIET_HOURS, type QuietHours } from '@/domain/notification'
import type { Query } from '../../db/database'

export async function quietHoursOf(db: Query, accountId: string): Promise<QuietHours> {
  const row = await db
    .selectFrom('quiet_hours')
    .select(['starts', 'ends'])
    .where('account_id', '=', accountId)
    .executeTakeFirst()
  return row ? { from: row.starts, until: row.ends } : DEFAULT_QUIET_HOURS
}

export async function saveQuietHours(
  tx: Query,
  accountId: string,
  { from, until }: QuietHours,
): Promise<void> {
  const times = { starts: from, ends: until }
  await tx
    .insertInto('quiet_hours')
    .values({ account_id: accountId, ...times })
    .onConflict((conflict) => conflict.column('account_id').doUpdateSet(times))
    .execute()
}
