import { type RawBuilder, type SelectQueryBuilder, type SqlBool, sql } from 'kysely'
import type { Page, PageQuery } from '@/contract/shapes'
import { badInput } from '../api-error'

interface Cursor {
  at: number
  id: string
}

const SHAPE = /^(\d{1,16})\.([0-9A-Z]{26})$/

/** Encodes a cursor as an opaque string. */
export const encodeCursor = ({ at, id }: Cursor): string => Buffer.from(`${at}.${id}`).toString('base64url')

/** Decodes a cursor. @throws ApiError `bad-input` for any other text. */
export function decodeCursor(text: string | undefined): Cursor | undefined {
  if (text === undefined) return undefined
  const match = SHAPE.exec(Buffer.from(text, 'base64url').toString('latin1'))
  if (!match?.[1] || !match[2]) throw badInput('/cursor', 'is not a cursor of this list')
  return { at: Number(match[1]), id: match[2] }
}

/** Returns a condition for the rows after the cursor. It compares both columns as one row value, which an index can serve. */
export const isAfter = (
  cursor: Cursor,
  first: 'newest' | 'oldest',
  [at, id]: readonly [at: string, id: string],
): RawBuilder<SqlBool> => {
  const [left, right] = [sql`(${sql.ref(at)}, ${sql.ref(id)})`, sql`(${cursor.at}, ${cursor.id})`]
  return first === 'newest' ? sql`${left} < ${right}` : sql`${left} > ${right}`
}

export const PAGE_SIZE = 40

/**
 * Reads the rows of a page and one more, as `toPage` needs them.
 * @param columns the moment and the id by which the list is ordered
 */
export function readPage<DB, Table extends keyof DB, Row>(
  select: SelectQueryBuilder<DB, Table, Row>,
  { limit = PAGE_SIZE, cursor }: PageQuery,
  columns: readonly [at: string, id: string],
  first: 'newest' | 'oldest' = 'newest',
) {
  const after = decodeCursor(cursor)
  const direction = first === 'newest' ? 'desc' : 'asc'
  return (after ? select.where(isAfter(after, first, columns)) : select)
    .orderBy(sql.ref(columns[0]), direction)
    .orderBy(sql.ref(columns[1]), direction)
    .limit(limit + 1)
    .execute()
}

/**
 * Returns a page of at most `limit` items. `rows` must be read with `limit + 1`, as the extra row shows that a next page
 * exists.
 */
export function toPage<Row, Item>(
  rows: readonly Row[],
  limit: number | undefined = PAGE_SIZE,
  cursorOf: (row: Row) => Cursor,
  toItem: (row: Row) => Item,
): Page<Item> {
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  const items = shown.map(toItem)
  return rows.length > limit && last ? { items, next: encodeCursor(cursorOf(last)) } : { items }
}
