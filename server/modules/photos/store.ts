import type { Selectable } from 'kysely'
import type { Query } from '../../db/database'
import type { PhotoTable } from '../../db/tables'

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

/** Photos that nothing has used since a moment, some at a time. */
export function unusedPhotos(
  db: Query,
  before: number,
  limit: number,
): Promise<{ id: string; hash: string }[]> {
  return db
    .selectFrom('photo')
    .select(['id', 'hash'])
    .where('unused_since', '<=', before)
    .where((eb) =>
      eb.not(eb.exists(eb.selectFrom('photo_use').select('shop_id').whereRef('photo_id', '=', 'photo.id'))),
    )
    .orderBy('unused_since')
    .limit(limit)
    .execute()
}

export async function removePhotos(db: Query, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await db.deleteFrom('photo').where('id', 'in', ids).execute()
}
