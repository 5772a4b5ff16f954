import { sql } from 'kysely'
import type { Named } from '@/domain/look-media'
import type { Query } from '../../db/database'
import { isPostgres } from '../../db/engine'
import { Refused } from '../../refused'
import type { Medium } from '../media/medium'

/** A photo, or a voice and how long it is. */
interface Kept {
  id: string
  hash: string
  ms?: number
}

/** What of these an owner may put into her shop's looks: its people sent it, or the shop uses it already. */
async function usable(tx: Query, medium: Medium, shopId: string, ids: string[]): Promise<Map<string, Kept>> {
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

/** The ids of what a look names, once each; bad input where the shop may not use one, or it is not what the look says. */
export async function usableIds(
  tx: Query,
  medium: Medium,
  shopId: string,
  named: readonly Named<Kept>[],
): Promise<string[]> {
  const ids = [...new Set(named.map(({ id }) => id))]
  if (ids.length === 0) return []
  const known = await usable(tx, medium, shopId, ids)
  const fields = named
    .filter(({ id, hash, ms }) => known.get(id)?.hash !== hash || known.get(id)?.ms !== ms)
    .map(({ path }) => ({ path, message: `is not a ${medium} that was uploaded` }))
  if (fields.length > 0) throw new Refused('bad-input', { fields })
  return ids
}
