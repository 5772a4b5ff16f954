import { setTimeout as sleep } from 'node:timers/promises'
import { type Kysely, type RawBuilder, sql } from 'kysely'
import { isPostgres } from './engine'
import type { ReportRows } from './migration-progress'

/** Rows that are read and written at once. */
const BATCH_SIZE = 500

/** Pause in ms after a batch: statements on SQLite block the event loop, and requests for the server's health wait. */
const PAUSE_MS = 1

type Value = string | number | null
type Row = Record<string, Value>

interface Changes {
  table: string
  /** The columns of the primary key, which are texts. */
  key: readonly [string, string]
  reads: readonly string[]
  column: string
  type: 'text' | 'bigint'
  compute(row: Row): Value
}

/**
 * Writes a column of all rows of a table whose value only a program can compute: in the order of their keys, one statement for each
 * batch, with a pause in between. @param report receives the number of rows that are done.
 */
export async function updateInBatches(
  db: Kysely<unknown>,
  changes: Changes,
  report: ReportRows = () => undefined,
): Promise<void> {
  const { table, key, reads, column, compute } = changes
  const counted = await sql<{ rows: number }>`select count(*) as rows from ${sql.table(table)}`.execute(db)
  const of = Number(counted.rows[0]?.rows ?? 0)
  const columns = sql.join([...key, ...reads].map((name) => sql.ref(name)))
  const [first, second] = [sql.ref(key[0]), sql.ref(key[1])]
  let last: readonly [Value, Value] = ['', '']
  for (let done = 0; ; ) {
    const { rows } = await sql<Row>`select ${columns} from ${sql.table(table)}
      where (${first}, ${second}) > (${last[0]}, ${last[1]})
      order by ${first}, ${second} limit ${sql.lit(BATCH_SIZE)}`.execute(db)
    const end = rows.at(-1)
    if (!end) return
    await write(
      db,
      changes,
      rows.map((row) => ({ a: row[key[0]] ?? null, b: row[key[1]] ?? null, [column]: compute(row) })),
    )
    done += rows.length
    report(done, of)
    last = [end[key[0]] ?? null, end[key[1]] ?? null]
    await sleep(PAUSE_MS)
  }
}

/** Writes one batch, which travels as JSON: PostgreSQL limits the number of bound values, and SQLite compiles one text. */
async function write(db: Kysely<unknown>, { table, key, column, type }: Changes, values: readonly Row[]) {
  const json = JSON.stringify(values)
  const target = sql.ref(column)
  const isRow = (a: RawBuilder<unknown>, b: RawBuilder<unknown>) =>
    sql`${sql.ref(`${table}.${key[0]}`)} = ${a} and ${sql.ref(`${table}.${key[1]}`)} = ${b}`
  if (isPostgres(db))
    await sql`update ${sql.table(table)} set ${target} = batch.${target}
      from jsonb_to_recordset(${json}::jsonb) as batch(a text, b text, ${target} ${sql.raw(type)})
      where ${isRow(sql`batch.a`, sql`batch.b`)}`.execute(db)
  else
    await sql`update ${sql.table(table)} set ${target} = batch.value ->> ${sql.lit(`$.${column}`)}
      from json_each(${json}) as batch
      where ${isRow(sql`(batch.value ->> '$.a')`, sql`(batch.value ->> '$.b')`)}`.execute(db)
}
