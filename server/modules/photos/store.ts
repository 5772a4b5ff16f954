import type { Selectable } from 'kysely'
import type { Query } from '../../db/database'
import type { PhotoTable } from '../../db/media-tables'

export function findPhoto(db: Query, id: string): Promise<Selectable<PhotoTable> | undefined> {
  return db.selectFrom('photo').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function addPhoto(
  db: Query,
  photo: { id: string; accountId: string; hash: string; bytes: number | null; now: number },
): Promise<void> {
  const { id, accountId, hash, bytes, now } = photo
  await db.insertInto('photo').values({ id, account_id: accountId, hash, bytes, unused_since: now }).execute()
}
