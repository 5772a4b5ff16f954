import { ApiError } from '../../api-error'
import type { Query } from '../../db/database'
import type { MediaKind } from '../../db/media-kind'

interface UploadKey {
  id: string
  accountId: string
  hash: string
}

/**
 * True when this upload is already stored. An id of another account is `not-found`, one with another hash
 * `idempotency-conflict`.
 */
export async function isAlreadyStored(db: Query, kind: MediaKind, { id, accountId, hash }: UploadKey) {
  const known = await db
    .selectFrom(db.dynamic.table(kind).as('stored'))
    .select(['stored.account_id', 'stored.hash'])
    .where('stored.id', '=', id)
    .executeTakeFirst()
  if (!known) return false
  if (known.account_id !== accountId) throw new ApiError('not-found')
  if (known.hash !== hash) throw new ApiError('idempotency-conflict')
  return true
}

export async function isHashStored(db: Query, kind: MediaKind, hash: string): Promise<boolean> {
  const row = await db
    .selectFrom(db.dynamic.table(kind).as('stored'))
    .select('stored.id')
    .where('stored.hash', '=', hash)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
