import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { sql } from 'kysely'
import type { Order } from '@/domain/order/order'
import { connect } from '../../server/db/connect'
import type { Database } from '../../server/db/database'
import { isPostgres } from '../../server/db/engine'
import { sha256 } from '../../server/fingerprint'
import { productSearchText } from '../../server/modules/products/product-search'
import { ApiClient, newId } from '../support/api-client'
import { startPostgres } from '../support/postgres/start-postgres'
import { startServer } from '../support/server-process'
import { load, request } from './load'
import { multiplyOrder, nameOf } from './many-orders'
import { orderBody } from './order-floor'
import { runSearchStatements, type SearchedText } from './search-statements'
import { exitWith, median, printTable, type Row, rowOf } from './table'

const ORDERS = 5000
const GOODS = 500
const ROUNDS = 9
const ROUND_MS = 500
const CALLERS = 8
/** A search takes at most 60 % longer than its statements behind a bare server. */
const MIN_PERCENT = Math.ceil(100 / 1.6)

/** Texts that sellers and buyers type: names, the end of a phone, goods, pinyin initials, and a wrong key. */
const SEARCHES = {
  orders: {
    'orders by a name': '收货人77',
    'orders by the last digits of a phone': '4321',
    'orders by goods': '花椒31号',
    'orders by pinyin initials': 'hj7h',
    'orders by a text that none contains': '核挑',
  },
  products: {
    'goods by a name': '花椒31',
    'goods by pinyin initials': 'tfm',
    'goods by a text that none contains': '花交',
  },
}

/** Multiplies the shop's product, with other names. */
async function multiplyProduct({ query }: Database, shopId: string): Promise<void> {
  const [product, sku] = await Promise.all([
    query.selectFrom('product').selectAll().where('shop_id', '=', shopId).executeTakeFirstOrThrow(),
    query.selectFrom('sku').selectAll().where('shop_id', '=', shopId).executeTakeFirstOrThrow(),
  ])
  const copies = Array.from({ length: GOODS - 1 }, (_, i) => {
    const [id, name] = [newId(), nameOf(i + 1)]
    return {
      product: {
        ...product,
        id,
        name,
        position: product.position + i + 1,
        search: productSearchText({ name }),
      },
      sku: { ...sku, id: newId(), product_id: id },
    }
  })
  for (let from = 0; from < copies.length; from += 50) {
    const some = copies.slice(from, from + 50)
    await query
      .insertInto('product')
      .values(some.map((copy) => copy.product))
      .execute()
    await query
      .insertInto('sku')
      .values(some.map((copy) => copy.sku))
      .execute()
  }
}

/** Runs statements without the server, as often as `callers` can, and returns their rate a second. */
async function statementRate(run: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  const end = started + ROUND_MS
  let count = 0
  const one = async () => {
    while (performance.now() < end) {
      await run()
      count += 1
    }
  }
  await Promise.all(Array.from({ length: CALLERS }, one))
  return (count * 1000) / (performance.now() - started)
}

/** Starts the bare server of a database in its own process, like the real one. */
async function startFloor(location: string) {
  const child = spawn(process.execPath, ['scripts/run-ts.mjs', 'tests/bench/search-floor.ts', location], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [port] = (await once(child.stdout, 'data')) as [Buffer]
  return { port: Number(String(port)), close: () => child.kill() }
}

interface Measured {
  engine: string
  db: Database
  /** Ports of the server and of its floor. */
  ports: { server: number; floor: number }
  owner: ApiClient
}

const percent = (rates: readonly number[], floors: readonly number[]) =>
  Math.round(100 * median(rates.map((rate, i) => rate / (floors[i] ?? Number.NaN))))

/** Measures the server, its floor and the statements without HTTP, alternately, since the machine is shared. */
async function measure(
  { engine, db, ports, owner }: Measured,
  what: string,
  wanted: SearchedText,
): Promise<Row> {
  const { list, shopId, text } = wanted
  const url = `/api/shops/${shopId}/${list}?search=${encodeURIComponent(text)}`
  const searched = request('GET', url, { authorization: `Bearer ${owner.token}` })
  const bare = request('GET', `/?${new URLSearchParams({ ...wanted })}`)
  const { body } = await owner.send<{ items: unknown[] }>('GET', url)
  const rates = { server: [] as number[], floor: [] as number[], statement: [] as number[] }
  for (let round = 0; round <= ROUNDS; round++) {
    const server = await load(ports.server, CALLERS, ROUND_MS, () => searched)
    const floor = await load(ports.floor, CALLERS, ROUND_MS, () => bare)
    const statement = await statementRate(() => runSearchStatements(db, wanted))
    if (server.statuses[200] !== server.answered || floor.statuses[200] !== floor.answered)
      throw new Error(`searches failed: ${JSON.stringify([server.statuses, floor.statuses])}`)
    if (round === 0) continue
    rates.server.push(server.rate)
    rates.floor.push(floor.rate)
    rates.statement.push(statement)
  }
  const part = percent(rates.server, rates.floor)
  return rowOf(
    `${engine}: ${what}, ${body.items.length} found`,
    `${median(rates.server).toFixed(0)}/s, ${part}% of the floor (${percent(rates.server, rates.statement)}% without HTTP)`,
    `≥ ${MIN_PERCENT}%`,
    part >= MIN_PERCENT,
  )
}

async function searchRows(engine: string, env: Record<string, string>): Promise<Row[]> {
  const server = await startServer({ RATE_LIMIT: 'off', LOG_LEVEL: 'warn', ...env })
  const location = env.DATABASE_URL ?? path.join(server.dataDir, 'kaizhang.db')
  const db = await connect(location)
  try {
    const owner = await ApiClient.signIn(server.origin)
    const { shopId, skuIds } = await owner.openShop([{ name: nameOf(0), price: 2500, stock: 100 }])
    const skus = skuIds.map((id) => ({ id, price: 2500 }))
    const sample = await owner.send<Order>(
      'PUT',
      `/api/shops/${shopId}/orders/${newId()}`,
      orderBody(skus, 'on-pickup'),
    )
    if (sample.status !== 200) throw new Error(`the order was refused: ${JSON.stringify(sample.body)}`)
    await multiplyOrder(db, sample.body.id, { orders: ORDERS, goods: GOODS })
    await multiplyProduct(db, shopId)
    // as PostgreSQL does by itself after so many rows
    if (isPostgres(db.query)) await sql`vacuum analyze`.execute(db.query)
    const tokenHash = sha256(owner.token)
    const floor = await startFloor(location)
    const measured = { engine, db, owner, ports: { server: server.port, floor: floor.port } }
    const rows: Row[] = []
    for (const list of ['orders', 'products'] as const)
      for (const [what, text] of Object.entries(SEARCHES[list]))
        rows.push(await measure(measured, what, { tokenHash, list, shopId, text }))
    floor.close()
    return rows
  } finally {
    await db.close()
    await server.dispose()
  }
}

const postgres = await startPostgres({ durable: true })
try {
  const rows = [
    ...(await searchRows('SQLite', {})),
    ...(await searchRows('PostgreSQL', { DATABASE_URL: postgres.address('postgres') })),
  ]
  const isWithinBudget = printTable(`bench:search (${ORDERS} orders, ${GOODS} goods)`, rows)
  await postgres.stop()
  exitWith(isWithinBudget)
} catch (error) {
  await postgres.stop()
  throw error
}
