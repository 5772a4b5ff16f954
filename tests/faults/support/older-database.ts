import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { type Kysely, sql } from 'kysely'
import { isPostgres } from '../../../server/db/engine'
import { migrateWithin } from '../../../server/db/migrate'
import { readMigrationLevel } from '../../../server/db/migration-level'
import { openPostgres } from '../../../server/db/postgres/open'
import { openSqlite } from '../../../server/db/sqlite'

type Row = Record<string, string | number | null>
type AnyTables = Kysely<Record<string, Row>>

/** The token of the seller's session of before the upgrade. */
export const SELLER_TOKEN = 'S'.repeat(43)

const openDatabase = (location: string) =>
  location.startsWith('postgres') ? openPostgres(location) : openSqlite(location)

/** Writes the database of the release v0.1.0-1 after its recorded walk, and many orders more, to a location. */
export async function createOlderDatabase(location: string, orders: number): Promise<void> {
  const from = await openSqlite(gunzipSync(readFileSync('tests/server/releases/v0.1.0-1/database.gz')))
  const to = await openDatabase(location)
  const only = await readMigrationLevel(from.query)
  await to.withTx(async (tx) => {
    await migrateWithin(tx, location, { only })
    const [source, target] = [from.query as unknown as AnyTables, tx as unknown as AnyTables]
    for (const { name } of await from.query.introspection.getTables()) {
      const rows = await source.selectFrom(name).selectAll().execute()
      if (rows.length > 0) await target.insertInto(name).values(rows).execute()
    }
    await addOrders(target, orders)
  })
  await from.close()
  await to.close()
}

/** Adds copies of the shop's orders, and lets its owner sign in by `SELLER_TOKEN`. */
async function addOrders(db: AnyTables, count: number): Promise<void> {
  const numbers = isPostgres(db)
    ? sql`generate_series(1, ${sql.lit(count)}) as more(i)`
    : sql`(with recursive counter(i) as (select 1 union all select i + 1 from counter where i < ${sql.lit(count)}) select i from counter) as more`
  const digits = sql`substr('000000' || i, length('000000' || i) - 5)`
  const now = Date.now()
  const columns = [
    'state',
    'payment_method',
    'payment_state',
    'after_sale',
    'fulfilment',
    'lines',
    'receiver',
  ]
  const copied = sql.join(
    [...columns, 'history', 'note', 'goods', 'freight', 'total'].map((name) => sql.ref(name)),
  )
  await sql`insert into shop_order (shop_id, id, buyer_id, request_hash, number, created_at, updated_at, ${copied})
    select shop_id, substr(id, 1, 20) || ${digits}, buyer_id, request_hash, 100 + i, ${sql.lit(now)} + i, ${sql.lit(now)} + i, ${copied}
    from ${numbers} join shop_order on number = 1 + i % 6`.execute(db)
  await sql`insert into account_order (account_id, shop_id, order_id, created_at)
    select buyer_id, shop_id, id, created_at from shop_order where number > 100`.execute(db)
  await sql`update shop set last_order = ${sql.lit(100 + count)}`.execute(db)
  const hash = createHash('sha256').update(SELLER_TOKEN).digest('hex')
  await sql`update session set token_hash = ${hash}, expires_at = ${sql.lit(now + 30 * 86_400_000)}
    where token_hash = (select max(token_hash) from session where account_id = (select max(account_id) from shop_owner))`.execute(
    db,
  )
}

/** A table's rows in the columns that it had, as JSON by key. */
export type Rows = Map<string, Row>

const tables: Record<string, readonly string[]> = {
  account: ['id'],
  shop: ['shop_id'],
  shop_directory: ['slug'],
  shop_owner: ['account_id', 'shop_id'],
  shop_key: ['key_hash'],
  product: ['shop_id', 'id'],
  sku: ['shop_id', 'id'],
  stock_move: ['shop_id', 'id'],
  shop_order: ['shop_id', 'id'],
  account_order: ['account_id', 'shop_id', 'order_id'],
}

/** Reads what people own in a database, and its migrations. `columns` limits the rows to those of an earlier reading. */
export async function readOwned(location: string, earlier?: Record<string, Rows>) {
  const db = await openDatabase(location)
  const query = db.query as unknown as AnyTables
  const owned: Record<string, Rows> = {}
  for (const [name, key] of Object.entries(tables)) {
    const rows = await query.selectFrom(name).selectAll().execute()
    const known = [...(earlier?.[name]?.values() ?? [])][0]
    const columns = Object.keys(known ?? rows[0] ?? {}).sort()
    owned[name] = new Map(
      rows.map((row) => [
        key.map((column) => row[column]).join(' '),
        Object.fromEntries(columns.map((column) => [column, row[column] ?? null])),
      ]),
    )
  }
  const level = await readMigrationLevel(db.query)
  await db.close()
  return { owned, level }
}

/** The state of a claim that a migration means to change: a request for a refund of an unpaid order is one to cancel. */
export function afterMigrations(row: Row): Row {
  const later: Record<string, string> = {
    asked: 'cancel-asked',
    agreed: 'cancel-asked',
    declined: 'cancel-declined',
  }
  const { payment_state: payment, after_sale: state } = row
  if ((payment !== 'due' && payment !== 'pending') || typeof state !== 'string') return row
  return { ...row, after_sale: later[state] ?? state }
}
