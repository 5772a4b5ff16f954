import { type QueryCreator, type RawBuilder, sql } from 'kysely'
import type { SkuQuantity } from '@/domain/product/cart'
import type { Query } from '../../db/database'
import { prepareQuery } from '../../db/prepare-query'
import { SerializationConflictError } from '../../db/retry'
import type { Tables } from '../../db/tables'

/** What an order counts in the group buy of which it is an entry. */
export interface EntryWrite {
  shopId: string
  groupBuyId: string
  /** That of the facts; the group buy must have it still. */
  version: number
  /** Epoch ms; the group buy must end later. */
  now: number
  /** The number of the entry that it replaces; `undefined` for a new one. */
  entry: number | undefined
  goods: readonly SkuQuantity[]
}

type CountedEntry = Pick<EntryWrite, 'shopId' | 'groupBuyId' | 'version' | 'now'> & { added: number }

/** Counts an entry in its group buy, while that is open and unchanged; a new entry gets the next number. */
const countEntry = (db: QueryCreator<Tables>, { shopId, groupBuyId, version, now, added }: CountedEntry) =>
  db
    .updateTable('group_buy')
    .set((eb) => ({ last_entry: eb('last_entry', '+', added), entries: eb('entries', '+', 1) }))
    .where('shop_id', '=', shopId)
    .where('id', '=', groupBuyId)
    .where('version', '=', version)
    .where('state', '=', sql.lit('open' as const))
    .where('ends_at', '>', now)
    .returning('last_entry')

const countEntryNow = prepareQuery((db, given: CountedEntry) => countEntry(db, given))

interface TakenGoods extends SkuQuantity {
  shopId: string
  groupBuyId: string
}

const takeGoodsNow = prepareQuery((db, { shopId, groupBuyId, skuId, quantity }: TakenGoods) =>
  db
    .updateTable('group_buy_sku')
    .set((eb) => ({ taken: eb('taken', '+', quantity) }))
    .where('shop_id', '=', shopId)
    .where('group_buy_id', '=', groupBuyId)
    .where('sku_id', '=', skuId)
    .where(sql<boolean>`(max is null or taken + cast(${quantity} as integer) <= max)`)
    .returning('taken'),
)

/**
 * Counts an entry and what it takes, statement by statement, and returns its number.
 * @throws SerializationConflictError when the group buy has changed, or has less left.
 */
export async function countEntryInSteps(tx: Query, write: EntryWrite): Promise<number> {
  const { shopId, groupBuyId, version, now, entry, goods } = write
  const added = entry === undefined ? 1 : 0
  const [counted] = await countEntryNow(tx, { shopId, groupBuyId, version, now, added })
  if (!counted) throw new SerializationConflictError()
  for (const one of goods) {
    const taken = await takeGoodsNow(tx, { ...one, shopId, groupBuyId })
    if (taken.length === 0) throw new SerializationConflictError()
  }
  return entry ?? counted.last_entry
}

/** The values of `entryParts`; `goods` as JSON. */
export type EntryValues = Pick<EntryWrite, 'groupBuyId' | 'version' | 'now'> & { goods: string }

/** The parts of the statement that writes an order on PostgreSQL, for a new entry. `counted` has a row when the order is written. */
export function entryParts(db: QueryCreator<Tables>, shopId: string, { goods, ...entry }: EntryValues) {
  const counted = countEntry(db, { shopId, ...entry, added: 1 }).where(
    sql<boolean>`exists (select from counted)`,
  )
  return {
    tables: sql`, joined as (${counted}), grouped as (
  select * from json_to_recordset(${goods}::json) as grouped ("skuId" text, quantity int)
), shared as (
  update group_buy_sku set taken = taken + quantity from counted, grouped
  where shop_id = ${shopId} and group_buy_id = ${entry.groupBuyId} and sku_id = "skuId"
    and (max is null or taken + quantity <= max)
  returning sku_id
)`,
    condition: sql` and exists (select from joined) and (select count(*) from shared) = (select count(*) from grouped)`,
    number: sql<number>`(select last_entry from joined)` satisfies RawBuilder<number>,
  }
}
