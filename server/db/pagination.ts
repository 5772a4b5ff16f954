import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Page } from '@/contract/shapes'
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

/**
 * Returns a page of at most `limit` items. `rows` must be read with `limit + 1`, as the extra row shows that a next page
 * exists.
 */
export function toPage<Row, Item>(
  rows: readonly Row[],
  limit: number,
  cursorOf: (row: Row) => Cursor,
  toItem: (row: Row) => Item,
): Page<Item> {
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  const items = shown.map(toItem)
  return rows.length > limit && last ? { items, next: encodeCursor(cursorOf(last)) } : { items }
}

export const PAGE_SIZE = 40
