import { readFileSync } from 'node:fs'
import path from 'node:path'
import { sql } from 'kysely'
import type { Database } from '../../server/db/database'
import type { TestPostgres } from '../support/postgres/start-postgres'
import type { ServerProcess } from '../support/server-process'
import { cpuOf, cpuOfChildren } from './server-usage'

/** CPU time in ms of the server and of its PostgreSQL, and the bytes of write-ahead log. */
export interface Usage {
  app: number
  database: number
  wal: number
}

/** What a server and its database have used so far; a server on SQLite is its own database. */
export async function usageOf(
  server: ServerProcess,
  { query }: Database,
  postgres?: TestPostgres,
): Promise<Usage> {
  const app = cpuOf(server.pid)
  if (!postgres) return { app, database: 0, wal: 0 }
  const { rows } = await sql<{
    wal: string
  }>`select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0') as wal`.execute(query)
  return { app, database: cpuOfChildren(postmasterOf(postgres)), wal: Number(rows[0]?.wal) }
}

const postmasterOf = ({ folder }: TestPostgres): number =>
  Number(readFileSync(path.join(folder, 'postmaster.pid'), 'utf8').split('\n')[0])

/** What one of `count` requests used between two moments. */
export const usagePerRequest = (before: Usage, after: Usage, count: number): Usage => ({
  app: (after.app - before.app) / count,
  database: (after.database - before.database) / count,
  wal: (after.wal - before.wal) / count,
})

/** The tables that hold a row of each order, with the column of its id. */
const ROWS_OF_ORDER = { shop_order: 'id', account_order: 'order_id', ledger: 'order_id' }

/** The number of indexes on PostgreSQL that contain a new order's rows; partial indexes contain only some of them. */
export async function indexEntriesOf({ query }: Database, orderId: string): Promise<number> {
  let entries = 0
  for (const [table, key] of Object.entries(ROWS_OF_ORDER)) {
    const { rows: indexes } = await sql<{ condition: string | null }>`
      select pg_get_expr(indpred, indrelid) as condition from pg_index where indrelid = ${table}::regclass`.execute(
      query,
    )
    for (const { condition } of indexes) {
      const { rows } = await sql`select 1 from ${sql.table(table)}
        where ${sql.ref(key)} = ${orderId} and (${sql.raw(condition ?? 'true')})`.execute(query)
      entries += rows.length
    }
  }
  return entries
}
