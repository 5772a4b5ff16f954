import type { Query } from '../../db/database'
import { isPostgres } from '../../db/engine'
import type { AppDependencies } from '../../dependencies'
import { SESSION_MS } from './store'

/** An account that owns nothing stays for so long after its last use. */
export const IDLE_MS = 30 * 86_400_000

/** Accounts looked at in one transaction. */
const AT_ONCE = 500

/** Of these accounts, those that have no shop, order, photo or voice, and that nobody has used since a moment. */
function idle(tx: Query, ids: string[], before: number) {
  const held = ['shop_owner', 'account_order', 'photo', 'voice'] as const
  return tx
    .selectFrom('account')
    .select('account.id')
    .where('account.id', 'in', ids)
    .where(({ and, not, exists, selectFrom }) =>
      and([
        ...held.map((table) =>
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
 * Sweeps some of the accounts, in the order of their ids; answers the last id it looked at. Sessions go first: a request
 * that prolongs one at this moment keeps its account, and one that comes too late finds that it has to sign in anew.
 */
async function sweepSome(tx: Query, after: string, before: number): Promise<string | undefined> {
  const found = await tx
    .selectFrom('account')
    .select('id')
    .where('id', '>', after)
    .where('created_at', '<=', before)
    .orderBy('id')
    .limit(AT_ONCE)
    .execute()
  const last = found.at(-1)?.id
  if (last === undefined) return undefined
  const ids = found.map(({ id }) => id)
  const locked = await idle(tx, ids, before)
    .$if(isPostgres(tx), (query) => query.forUpdate().skipLocked())
    .execute()
  if (locked.length > 0)
    await remove(
      tx,
      locked.map(({ id }) => id),
      before,
    )
  return found.length < AT_ONCE ? undefined : last
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
  // asked once more: one that was used just now has a session or an identity still
  await tx
    .deleteFrom('account')
    .where('id', 'in', idle(tx, ids, before))
    .execute()
}

/** Deletes accounts that are 30 days old, own nothing, never ordered and were not used for 30 days. */
export async function sweepAccounts({ db, clock }: Pick<AppDependencies, 'db' | 'clock'>): Promise<void> {
  const before = clock() - IDLE_MS
  let after: string | undefined = ''
  while (after !== undefined) {
    const from: string = after
    after = await db.withTx((tx) => sweepSome(tx, from, before), 'guarded')
  }
}
