import type { Query } from '../../db/database'
import { isPostgres } from '../../db/engine'
import type { AppDependencies } from '../../dependencies'
import { SESSION_MS } from './store'

/** Time in ms that an account without any data stays after its last use. */
export const IDLE_MS = 30 * 86_400_000

const BATCH_SIZE = 500

/** Selects those of the accounts that have no shop, order, photo, voice or role and were not used since `before`. */
function selectIdle(tx: Query, ids: string[], before: number) {
  const dataTables = ['shop_owner', 'account_order', 'photo', 'voice', 'staff'] as const
  return tx
    .selectFrom('account')
    .select('account.id')
    .where('account.id', 'in', ids)
    .where(({ and, not, exists, selectFrom }) =>
      and([
        ...dataTables.map((table) =>
          not(
            exists(
              selectFrom(table)
                .select(`${table}.account_id`)
                .whereRef(`${table}.account_id`, '=', 'account.id'),
            ),
          ),
        ),
        not(
          exists(
            selectFrom('session')
              .select('session.account_id')
              .whereRef('session.account_id', '=', 'account.id')
              .where('session.expires_at', '>', before + SESSION_MS),
          ),
        ),
        not(
          exists(
            selectFrom('identity')
              .select('identity.account_id')
              .whereRef('identity.account_id', '=', 'account.id')
              .where('identity.used_at', '>', before),
          ),
        ),
      ]),
    )
}

/**
 * Sweeps one batch in the order of ids; returns the last checked id. Sessions are deleted first: a concurrent request that
 * extends its session keeps the account, a later one has to sign in again.
 */
async function sweepBatch(tx: Query, after: string, before: number): Promise<string | undefined> {
  const found = await tx
    .selectFrom('account')
    .select('id')
    .where('id', '>', after)
    .where('created_at', '<=', before)
    .orderBy('id')
    .limit(BATCH_SIZE)
    .execute()
  const last = found.at(-1)?.id
  if (last === undefined) return undefined
  const ids = found.map(({ id }) => id)
  const locked = await selectIdle(tx, ids, before)
    .$if(isPostgres(tx), (query) => query.forUpdate().skipLocked())
    .execute()
  if (locked.length > 0)
    await remove(
      tx,
      locked.map(({ id }) => id),
      before,
    )
  return found.length < BATCH_SIZE ? undefined : last
}

async function remove(tx: Query, ids: string[], before: number): Promise<void> {
  await tx
    .deleteFrom('session')
    .where('account_id', 'in', ids)
    .where('expires_at', '<=', before + SESSION_MS)
    .execute()
  await tx
    .deleteFrom('identity')
    .where('account_id', 'in', ids)
    .where('used_at', '<=', before)
    .where(
      'account_id',
      'not in',
      tx.selectFrom('session').select('account_id').where('account_id', 'in', ids),
    )
    .execute()
  // checked again: an account that was used meanwhile still has a session or an identity
  await tx
    .deleteFrom('account')
    .where('id', 'in', selectIdle(tx, ids, before))
    .execute()
  for (const table of ['channel', 'quiet_hours', 'phone_code'] as const)
    await tx
      .deleteFrom(table)
      .where('account_id', 'in', ids)
      .where('account_id', 'not in', tx.selectFrom('account').select('id').where('id', 'in', ids))
      .execute()
}

/** Deletes accounts that are 30 days old, have no data and were not used for 30 days. */
export async function sweepAccounts({ db, clock }: Pick<AppDependencies, 'db' | 'clock'>): Promise<void> {
  const before = clock() - IDLE_MS
  let after: string | undefined = ''
  while (after !== undefined) {
    const from: string = after
    after = await db.withTx((tx) => sweepBatch(tx, from, before))
  }
}
