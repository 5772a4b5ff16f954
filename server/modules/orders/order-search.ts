import { type ExpressionBuilder, sql } from 'kysely'
import type { OrderLine } from '@/domain/order'
import type { Receiver } from '@/domain/receiver'
import { normalizeSearch } from '@/domain/search'
import type { Query } from '../../db/database'
import type { Tables } from '../../db/tables'
import { likePattern, searchTextOf } from '../../search-text'

/** The text by which an order is found: who gets it, the phone and the goods. */
export const orderSearchText = (
  { name, phone }: Pick<Receiver, 'name' | 'phone'>,
  lines: readonly Pick<OrderLine, 'name' | 'label'>[],
): string =>
  searchTextOf([name, phone, ...new Set(lines.map(({ name: goods, label = '' }) => goods + label))])

/** A number as it is typed or spoken: "12", "12单", "第12单". */
const NUMBER = /^第?(\d+)单?$/

/** Numbers of orders are counted from 1 in each shop. */
const MAX_NUMBER_DIGITS = 9

/** Shorter numbers are part of too many phones to be looked for in them. */
const MIN_PHONE_DIGITS = 3

/** The length of the texts that the index of texts contains. */
const MAX_INDEXED_LENGTH = sql.lit(600)

/** A text that more orders contain is found soon among the newest orders. */
const MAX_LISTED = 100

/** Ids of the orders that contain a text; `undefined` for more than `MAX_LISTED`. It reads the index alone, not the orders. */
async function findIds(db: Query, shopId: string, wanted: string): Promise<string[] | undefined> {
  const length = sql<number>`length(search)`
  const select = db
    .selectFrom('shop_order')
    .select('id')
    .where('shop_id', '=', shopId)
    .where('search', 'like', likePattern(wanted))
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(MAX_LISTED + 1)
  const indexed = await select.where(length, '<=', MAX_INDEXED_LENGTH).execute()
  const long = await select.where(length, '>', MAX_INDEXED_LENGTH).execute()
  const ids = [...indexed, ...long].map(({ id }) => id)
  return ids.length > MAX_LISTED ? undefined : ids
}

/** The condition of orders that have a number, name, phone or goods; `undefined` for a text that none contains. */
export async function matchesOrder(db: Query, shopId: string, text: string) {
  const wanted = normalizeSearch(text)
  if (wanted === '') return undefined
  const digits = NUMBER.exec(wanted)?.[1]
  const numbers = digits !== undefined && digits.length <= MAX_NUMBER_DIGITS ? [Number(digits)] : []
  const isText = digits === undefined || wanted.length >= MIN_PHONE_DIGITS
  const ids = isText ? await findIds(db, shopId, wanted) : []
  if (numbers.length === 0 && ids?.length === 0) return undefined
  return (eb: ExpressionBuilder<Tables, 'shop_order'>) =>
    eb.or([
      ...numbers.map((number) => eb('number', '=', number)),
      ...(ids === undefined ? [eb('search', 'like', likePattern(wanted))] : []),
      ...(ids && ids.length > 0 ? [eb('id', 'in', ids)] : []),
    ])
}
