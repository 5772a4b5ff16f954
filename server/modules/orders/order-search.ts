import type { ExpressionBuilder } from 'kysely'
import type { OrderLine } from '@/domain/order/order'
import type { Receiver } from '@/domain/receiver/receiver'
import { normalizeSearch } from '@/domain/search'
import type { Query } from '../../db/database'
import type { OrderTable } from '../../db/order-tables'
import { prepareQuery } from '../../db/prepare-query'
import type { Tables } from '../../db/tables'
import { likePattern, searchTextOf } from '../../search-text'

/** The length of the text in the index of orders, whose entries have at most 2,700 bytes on PostgreSQL. */
const MAX_INDEXED_LENGTH = 600

/** The texts by which an order is found: who gets it, the phone and the goods. `search_more` has the rest of a long text, which the index cannot contain. */
export function searchColumns(
  { name, phone }: Pick<Receiver, 'name' | 'phone'>,
  lines: readonly Pick<OrderLine, 'name' | 'label'>[],
): Pick<OrderTable, 'search_more'> & { search: string } {
  const text = searchTextOf([
    name,
    phone,
    ...new Set(lines.map(({ name: goods, label = '' }) => goods + label)),
  ])
  if (text.length <= MAX_INDEXED_LENGTH) return { search: text, search_more: null }
  const end = Math.max(0, text.lastIndexOf('\n', MAX_INDEXED_LENGTH))
  return { search: text.slice(0, end), search_more: text.slice(end).trimStart() }
}

/** A number as it is typed or spoken: "12", "12单", "第12单". */
const NUMBER = /^第?(\d+)单?$/

/** Numbers of orders are counted from 1 in each shop. */
const MAX_NUMBER_DIGITS = 9

/** Shorter numbers are part of too many phones to be looked for in them. */
const MIN_PHONE_DIGITS = 3

/** The conditions of a search: a LIKE pattern, an order number, or both. */
export interface SearchedOrders {
  pattern?: string | undefined
  number?: number | undefined
}

/** Parses the text of a search; returns `undefined` for a text that no order contains. */
export function readSearch(text: string): SearchedOrders | undefined {
  const wanted = normalizeSearch(text)
  if (wanted === '') return undefined
  const digits = NUMBER.exec(wanted)?.[1]
  const number = digits !== undefined && digits.length <= MAX_NUMBER_DIGITS ? Number(digits) : undefined
  const isText = digits === undefined || wanted.length >= MIN_PHONE_DIGITS
  if (number === undefined && !isText) return undefined
  return { number, pattern: isText ? likePattern(wanted) : undefined }
}

/** Orders of a shop whose text is too long for the index, with the pattern in the rest of it. */
const findInLongTexts = (db: Query, shopId: string, pattern: string) =>
  db
    .selectFrom('shop_order')
    .where('shop_id', '=', shopId)
    .where('search_more', 'is not', null)
    .where('search_more', 'like', pattern)
    .select('id')

const listInLongTexts = prepareQuery((db, given: { shopId: string; pattern: string }) =>
  findInLongTexts(db, given.shopId, given.pattern).limit(1),
)

/** Whether a long text contains the pattern. Few do, and asking each order of the index about them takes time. */
export async function isInLongTexts(
  db: Query,
  shopId: string,
  { pattern }: SearchedOrders,
): Promise<boolean> {
  return pattern !== undefined && (await listInLongTexts(db, { shopId, pattern })).length > 0
}

/**
 * The orders of a shop with a number, name, phone or goods, as `found_id` and `found_at`.
 * They are found in the index of the newest orders alone, and joined with the orders that a page shows.
 */
export function findOrders(
  db: Query,
  shopId: string,
  { pattern, number, inLongTexts }: SearchedOrders & { inLongTexts: boolean },
) {
  const matches = (eb: ExpressionBuilder<Tables, 'shop_order'>) => [
    ...(pattern === undefined ? [] : [eb('search', 'like', pattern)]),
    ...(number === undefined ? [] : [eb('number', '=', number)]),
    ...(pattern === undefined || !inLongTexts ? [] : [eb('id', 'in', findInLongTexts(db, shopId, pattern))]),
  ]
  return db
    .selectFrom('shop_order')
    .where('shop_id', '=', shopId)
    .where((eb) => eb.or(matches(eb)))
    .select(['id as found_id', 'created_at as found_at'])
    .as('found')
}

/** The columns by which orders that a search has found are listed. */
export const foundColumns = ['found_at', 'found_id'] as const
