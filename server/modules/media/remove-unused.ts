import { sql } from 'kysely'
import type { Query } from '../../db/database'
import { isPostgres } from '../../db/engine'
import type { MediaKind } from '../../db/media-kind'

/** Time in ms that a file may stay unused. */
export const UNUSED_MS = 7 * 86_400_000

/** Deletes up to `limit` rows that have been unused since `before`; returns their hashes. */
export async function removeUnused(
  tx: Query,
  kind: MediaKind,
  before: number,
  limit: number,
): Promise<string[]> {
  const { table } = tx.dynamic
  const isUsed = tx
    .selectFrom(table(`${kind}_use`).as('used'))
    .select('used.shop_id')
    .where(sql.ref(`used.${kind}_id`), '=', sql.ref('stored.id'))
  const found = await tx
    .selectFrom(table(kind).as('stored'))
    .select('stored.id')
    .where('stored.unused_since', '<=', before)
    .where(({ not, exists }) => not(exists(isUsed)))
    .orderBy('stored.unused_since')
    .limit(limit)
    .$if(isPostgres(tx), (query) => query.forUpdate().skipLocked())
    .execute()
  if (found.length === 0) return []
  // checked again under the row lock: a row may have come into use meanwhile
  const removed = await tx
    .deleteFrom(table(kind).as('stored'))
    .where(
      'stored.id',
      'in',
      found.map(({ id }) => id),
    )
    .where(({ not, exists }) => not(exists(isUsed)))
    // SQLite does not accept the alias here
    .returning('hash')
    .execute()
  return removed.map(({ hash }) => hash)
}
