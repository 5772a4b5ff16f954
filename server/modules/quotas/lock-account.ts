import { ApiError } from '../../api-error'
import type { Query } from '../../db/database'
import { isPostgres } from '../../db/engine'

async function requireLocked(tx: Query, accountId: string, lock: 'forUpdate' | 'forKeyShare'): Promise<void> {
  const row = await tx
    .selectFrom('account')
    .select('id')
    .where('id', '=', accountId)
    .$if(isPostgres(tx), (query) => query[lock]())
    .executeTakeFirst()
  if (!row) throw new ApiError('signed-out')
}

/**
 * Locks an account until the transaction ends, so its quotas are counted by one transaction at a time. A deleted account is
 * `signed-out`, and the client signs in again.
 */
export const lockAccount = (tx: Query, accountId: string): Promise<void> =>
  requireLocked(tx, accountId, 'forUpdate')

/** Keeps an account from being deleted until the transaction ends. Others that keep it do not wait. @throws ApiError `signed-out` */
export const keepAccount = (tx: Query, accountId: string): Promise<void> =>
  requireLocked(tx, accountId, 'forKeyShare')
