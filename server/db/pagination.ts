import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { badInput } from '../api-error'

/** Where a page begins: after the row of this moment and id. */
interface Cursor {
  at: number
  id: string
}

const SHAPE = /^(\d{1,16})\.([0-9A-Z]{26})$/

export const writeCursor = ({ at, id }: Cursor): string => Buffer.from(`${at}.${id}`).toString('base64url')

/** Reads a cursor of ours; anything else is bad input. */
export function readCursor(text: string | undefined): Cursor | undefined {
  if (text === undefined) return undefined
  const match = SHAPE.exec(Buffer.from(text, 'base64url').toString('latin1'))
  if (!match?.[1] || !match[2]) throw badInput('/cursor', 'is not a cursor of this list')
  return { at: Number(match[1]), id: match[2] }
}

/**
 * True of rows that a list shows after the cursor's, newest or oldest first. It compares both columns at once, which an
 * index over them answers.
 */
export const isAfter = (
  cursor: Cursor,
  first: 'newest' | 'oldest',
  [at, id]: readonly [at: string, id: string],
): RawBuilder<SqlBool> => {
  const [left, right] = [sql`(${sql.ref(at)}, ${sql.ref(id)})`, sql`(${cursor.at}, ${cursor.id})`]
  return first === 'newest' ? sql`${left} < ${right}` : sql`${left} > ${right}`
}

/** A page out of rows that were read with one more than the limit, which tells whether there is a next one. */
export function pageOf<Row, Item>(
  rows: readonly Row[],
  limit: number,
  cursorOf: (row: Row) => Cursor,
  toItem: (row: Row) => Item,
): { items: Item[]; next?: string } {
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  const items = shown.map(toItem)
  return rows.length > limit && last ? { items, next: writeCursor(cursorOf(last)) } : { items }
}

export const PAGE = 40
