import { sql } from 'kysely'
import type { Query } from '../../db/database'
import { isPostgres } from '../../db/engine'
import type { MediaKind } from '../../db/media-kind'

/** A stored photo or voice; `ms` is the length of a voice. */
export interface MediaRecord {
  id: string
  hash: string
  ms?: number
}

/**
 * Returns the media that a shop may use, by id: uploaded by one of its owners or by somebody who helps in it, or used by the shop
 * already.
 */
export async function findUsableMedia(
  tx: Query,
  kind: MediaKind,
  shopId: string,
  ids: string[],
): Promise<Map<string, MediaRecord>> {
  const { table } = tx.dynamic
  const rows: MediaRecord[] = await tx
    .selectFrom(table(kind).as('stored'))
    .selectAll()
    .where('stored.id', 'in', ids)
    .where(({ or, exists, selectFrom }) =>
      or([
        exists(
          selectFrom('shop_owner')
            .select('since')
            .whereRef('shop_owner.account_id', '=', 'stored.account_id')
            .where('shop_owner.shop_id', '=', shopId),
        ),
        exists(
          selectFrom('help')
            .select('help.id')
            .whereRef('help.helper', '=', 'stored.account_id')
            .where('help.shop_id', '=', shopId)
            .where('help.ended_at', 'is', null),
        ),
        exists(
          selectFrom(table(`${kind}_use`).as('used'))
            .select('used.shop_id')
            .where(sql.ref(`used.${kind}_id`), '=', sql.ref('stored.id'))
            .where('used.shop_id', '=', shopId),
        ),
      ]),
    )
    // locked, so that a sweep does not delete them before they are used
    .$if(isPostgres(tx), (query) => query.forShare('stored'))
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}
