import { sql } from 'kysely'
import type { Query } from '../../db/database'
import { isPostgres } from '../../db/engine'
import type { Medium } from './medium'

/** So long something may wait to be used. */
export const UNUSED_MS = 7 * 86_400_000

/** Takes away what nothing has used since a moment, some at a time; answers their contents. */
export async function removeUnused(
  tx: Query,
  medium: Medium,
  before: number,
  limit: number,
): Promise<string[]> {
  const { table } = tx.dynamic
  const isUsed = tx
    .selectFrom(table(`${medium}_use`).as('used'))
    .select('used.shop_id')
    .where(sql.ref(`used.${medium}_id`), '=', sql.ref('kept.id'))
  const found = await tx
    .selectFrom(table(medium).as('kept'))
    .select('kept.id')
    .where('kept.unused_since', '<=', before)
    .where(({ not, exists }) => not(exists(isUsed)))
    .orderBy('kept.unused_since')
    .limit(limit)
    .$if(isPostgres(tx), (query) => query.forUpdate().skipLocked())
    .execute()
  if (found.length === 0) return []
  // asked again now that they are held: somebody may have begun to use one just before
  const removed = await tx
    .deleteFrom(table(medium).as('kept'))
    .where(
      'kept.id',
      'in',
      found.map(({ id }) => id),
    )
    .where(({ not, exists }) => not(exists(isUsed)))
    // SQLite knows no alias here
    .returning('hash')
    .execute()
  return removed.map(({ hash }) => hash)
}
