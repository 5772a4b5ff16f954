import { readFileSync } from 'node:fs'
import path from 'node:path'
import { sql } from 'kysely'
import type { Order } from '@/domain/order/order'
import { buildServer } from '../../scripts/build-server.mjs'
import { connect } from '../../server/db/connect'
import { isPostgres } from '../../server/db/engine'
import { ApiClient, newId } from '../support/api-client'
import { startPostgres } from '../support/postgres/start-postgres'
import { startServer } from '../support/server-process'
import { multiplyOrder, nameOf } from './many-orders'
import { orderBody } from './order-floor'
import { cpuOf, cpuOfChildren } from './server-usage'
import { exitWith, median, printTable, type Row, rowOf } from './table'

const ORDERS = 50_000
const GOODS = 50
const ROUNDS = 7
/** Linux counts CPU time in ticks of 10 ms, so a round has several requests. */
const REQUESTS = 20
const WEEKS = 100
const WEEK_MS = 7 * 86_400_000

const READS = {
  today: { path: 'today', maxMs: 10 },
  'a search without a hit': { path: `orders?search=${encodeURIComponent('核挑')}`, maxMs: 20 },
}

/** Measures reads of the owner of a shop with many finished orders, in CPU time of the server and of PostgreSQL. */
async function rowsOf(engine: string, env: Record<string, string>, postmaster?: number): Promise<Row[]> {
  const server = await startServer({ RATE_LIMIT: 'off', LOG_LEVEL: 'warn', ...env })
  const db = await connect(env.DATABASE_URL ?? path.join(server.dataDir, 'kaizhang.db'))
  try {
    const owner = await ApiClient.signIn(server.origin)
    const { shopId, skuIds } = await owner.openShop([{ name: nameOf(0), price: 2500, stock: 100 }])
    const skus = skuIds.map((id) => ({ id, price: 2500 }))
    const url = `/api/shops/${shopId}`
    const sample = await owner.send<Order>('PUT', `${url}/orders/${newId()}`, orderBody(skus, 'on-pickup'))
    if (sample.status !== 200) throw new Error(`the order was refused: ${JSON.stringify(sample.body)}`)
    const { createdAt } = sample.body
    await multiplyOrder(db, sample.body.id, { orders: ORDERS, goods: GOODS }, (index) => ({
      created_at: createdAt - Math.floor((index / ORDERS) * WEEKS * WEEK_MS),
      ...{ state: 'done', payment_state: 'paid', expires_at: null },
    }))
    if (isPostgres(db.query)) await sql`vacuum analyze shop_order`.execute(db.query)
    const cpu = () => cpuOf(server.pid) + (postmaster === undefined ? 0 : cpuOfChildren(postmaster))
    const rows: Row[] = []
    for (const [what, { path: read, maxMs }] of Object.entries(READS)) {
      const times: number[] = []
      for (let round = 0; round <= ROUNDS; round++) {
        const used = cpu()
        for (let i = 0; i < REQUESTS; i++) {
          const { status } = await owner.send('GET', `${url}/${read}`)
          if (status !== 200) throw new Error(`${read} answered ${status}`)
        }
        if (round > 0) times.push((cpu() - used) / REQUESTS)
      }
      const ms = median(times)
      rows.push(rowOf(`${engine}: ${what}`, `${ms.toFixed(1)} ms of CPU`, `≤ ${maxMs} ms`, ms <= maxMs))
    }
    return rows
  } finally {
    await db.close()
    await server.dispose()
  }
}

await buildServer()
const postgres = await startPostgres({ durable: true })
const [postmaster] = readFileSync(path.join(postgres.folder, 'postmaster.pid'), 'utf8')
  .split('\n')
  .map(Number)
try {
  const rows = [
    ...(await rowsOf('SQLite', {})),
    ...(await rowsOf('PostgreSQL', { DATABASE_URL: postgres.address('postgres') }, postmaster)),
  ]
  const isWithinBudget = printTable(`bench:large-shop (${ORDERS} orders, median of ${ROUNDS} rounds)`, rows)
  await postgres.stop()
  exitWith(isWithinBudget)
} catch (error) {
  await postgres.stop()
  throw error
}
