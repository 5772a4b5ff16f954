import { ApiError } from '../../api-error'
import type { Query } from '../../db/database'
import type { Medium } from './medium'

interface Sent {
  id: string
  accountId: string
  hash: string
}

/** True when this was kept before. Another account's id is `not-found`, one with another content `different`. */
export async function isKnown(db: Query, medium: Medium, { id, accountId, hash }: Sent): Promise<boolean> {
  const known = await db
    .selectFrom(db.dynamic.table(medium).as('kept'))
    .select(['kept.account_id', 'kept.hash'])
    .where('kept.id', '=', id)
    .executeTakeFirst()
  if (!known) return false
  if (known.account_id !== accountId) throw new ApiError('not-found')
  if (known.hash !== hash) throw new ApiError('idempotency-conflict')
  return true
}

/** True while something that is kept has this content. */
export async function isHashStored(db: Query, medium: Medium, hash: string): Promise<boolean> {
  const row = await db
    .selectFrom(db.dynamic.table(medium).as('kept'))
    .select('kept.id')
    .where('kept.hash', '=', hash)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
