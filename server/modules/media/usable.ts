import { sql } from 'kysely'
import type { Query } from '../../db/database'
import { isPostgres } from '../../db/engine'
import type { Medium } from './medium'

/** A photo, or a voice and how long it is. */
export interface Kept {
  id: string
  hash: string
  ms?: number
}

/** What of these a shop may show: one of its owners sent it, or the shop uses it already. */
export async function usable(
  tx: Query,
  medium: Medium,
  shopId: string,
  ids: string[],
): Promise<Map<string, Kept>> {
  const { table } = tx.dynamic
  const rows: Kept[] = await tx
    .selectFrom(table(medium).as('kept'))
    .selectAll()
    .where('kept.id', 'in', ids)
    .where(({ or, exists, selectFrom }) =>
      or([
        exists(
          selectFrom('shop_owner')
            .select('since')
            .whereRef('shop_owner.account_id', '=', 'kept.account_id')
            .where('shop_owner.shop_id', '=', shopId),
        ),
        exists(
          selectFrom(table(`${medium}_use`).as('used'))
            .select('used.shop_id')
            .where(sql.ref(`used.${medium}_id`), '=', sql.ref('kept.id'))
            .where('used.shop_id', '=', shopId),
        ),
      ]),
    )
    // held, so that they are not swept away before they are used
    .$if(isPostgres(tx), (query) => query.forShare('kept'))
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}
