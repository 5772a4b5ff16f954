import { sql } from 'kysely'
import type { Query } from '../../db/database'
import { type Row, type TableShape, untyped } from './row'

/** Limit on bound values of a page: SQLite allows 32,766 in a statement, PostgreSQL twice as many. */
const VALUES = 16_000
const ROWS = 500

/** Reads a table in key order, page by page, so that no table has to fit into memory. */
export async function* readPages(query: Query, { name, columns, key }: TableShape): AsyncGenerator<Row[]> {
  const size = Math.min(ROWS, Math.floor(VALUES / columns.length))
  const place = sql.join(key.map((column) => sql.ref(column)))
  let last: Row | undefined
  do {
    const from = last
    const rows: Row[] = await untyped(query)
      .selectFrom(name)
      .select(columns)
      .$if(from !== undefined, (all) =>
        all.where(sql<boolean>`(${place}) > (${sql.join(key.map((column) => from?.[column]))})`),
      )
      .orderBy(place)
      .limit(size)
      .execute()
    if (rows.length > 0) yield rows
    last = rows.length === size ? rows.at(-1) : undefined
  } while (last !== undefined)
}
