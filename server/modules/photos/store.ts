import type { ExpressionBuilder, Selectable } from 'kysely'
import type { Query } from '../../db/database'
import { isPostgres } from '../../db/engine'
import type { PhotoTable, Tables } from '../../db/tables'

export function findPhoto(db: Query, id: string): Promise<Selectable<PhotoTable> | undefined> {
  return db.selectFrom('photo').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function addPhoto(
  db: Query,
  photo: { id: string; accountId: string; hash: string; now: number },
): Promise<void> {
  const { id, accountId, hash, now } = photo
  await db.insertInto('photo').values({ id, account_id: accountId, hash, unused_since: now }).execute()
}

/** True while some photo has this content. */
export async function isHashKept(db: Query, hash: string): Promise<boolean> {
  const row = await db.selectFrom('photo').select('id').where('hash', '=', hash).limit(1).executeTakeFirst()
  return row !== undefined
}

const isUnused = (eb: ExpressionBuilder<Tables, 'photo'>) =>
  eb.not(eb.exists(eb.selectFrom('photo_use').select('shop_id').whereRef('photo_id', '=', 'photo.id')))

/** Takes away photos that nothing has used since a moment, some at a time; answers which. */
export async function removeUnused(
  tx: Query,
  before: number,
  limit: number,
): Promise<{ id: string; hash: string }[]> {
  const found = await tx
    .selectFrom('photo')
    .select('id')
    .where('unused_since', '<=', before)
    .where(isUnused)
    .orderBy('unused_since')
    .limit(limit)
    .$if(isPostgres(tx), (query) => query.forUpdate().skipLocked())
    .execute()
  if (found.length === 0) return []
  // asked again now that they are held: a product may have begun to use one just before
  return tx
    .deleteFrom('photo')
    .where(
      'id',
      'in',
      found.map((photo) => photo.id),
    )
    .where(isUnused)
    .returning(['id', 'hash'])
    .execute()
}
