import type { ExpressionBuilder } from 'kysely'
import type { OrderLine } from '@/domain/order'
import type { Receiver } from '@/domain/receiver'
import { normalizeSearch } from '@/domain/search'
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

/** Finds orders by number, name, phone or goods; `undefined` for a text that nothing can contain. */
export function matchesOrder(text: string) {
  const wanted = normalizeSearch(text)
  if (wanted === '') return undefined
  const digits = NUMBER.exec(wanted)?.[1]
  return (eb: ExpressionBuilder<Tables, 'shop_order'>) => {
    const byText = eb('search', 'like', likePattern(wanted))
    if (digits === undefined) return byText
    const byNumber = digits.length <= MAX_NUMBER_DIGITS ? [eb('number', '=', Number(digits))] : []
    return eb.or([...byNumber, ...(wanted.length >= MIN_PHONE_DIGITS ? [byText] : [])])
  }
}
