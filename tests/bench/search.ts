import path from 'node:path'
import { sql } from 'kysely'
import type { Order } from '@/domain/order'
import { connect } from '../../server/db/connect'
import type { Database } from '../../server/db/database'
import { orderSearchText } from '../../server/modules/orders/order-search'
import { likePattern } from '../../server/search-text'
import { ApiClient, newId } from '../support/api-client'
import { startPostgres } from '../support/postgres/start-postgres'
import { startServer } from '../support/server-process'
import { load, request } from './load'
import { orderBody } from './order-floor'
import { exitWith, median, printTable, type Row } from './table'

const ORDERS = 5000
const GOODS = 500
const ROUNDS = 9
const ROUND_MS = 500
const CALLERS = 8
const PAGE = 40
/** A search is at most 60 % slower than its statement. */
const MIN_RATIO = 1 / 1.6

const NAMES = ['核桃', '花椒', '木耳', '柿饼', '党参', '苹果', '洋芋', '土蜂蜜', '菜籽油', '腊肉']
const nameOf = (index: number) => `${NAMES[index % NAMES.length]}${Math.floor(index / NAMES.length)}号`

/** Texts that a seller types: a name, the end of a phone, goods, pinyin initials, and a wrong key. */
const SEARCHES = {
  'a name': '收货人77',
  'the last digits of a phone': '4321',
  goods: '花椒31号',
  'pinyin initials': 'hj7h',
  'a text that no order contains': '核挑',
}

/** Multiplies one order, with other receivers and goods. */
async function multiplyOrder({ query }: Database, orderId: string): Promise<void> {
  const template = await query
    .selectFrom('shop_order')
    .selectAll()
    .where('id', '=', orderId)
    .executeTakeFirstOrThrow()
  for (let from = 1; from < ORDERS; from += 50) {
    const rows = Array.from({ length: Math.min(50, ORDERS - from) }, (_, i) => {
      const index = from + i
      const receiver = { name: `收货人${index % 400}`, phone: `1990000${String(index).padStart(4, '0')}` }
      const lines = [{ name: nameOf(index % GOODS) }, { name: nameOf((index * 7) % GOODS) }]
      return {
        ...template,
        ...{ id: newId(), number: index + 1, created_at: template.created_at + index },
        search: orderSearchText(receiver, lines),
      }
    })
    await query.insertInto('shop_order').values(rows).execute()
  }
}

/** Runs the statement of a search without the server, as often as `callers` can, and returns its rate a second. */
async function statementRate({ query }: Database, shopId: string, text: string): Promise<number> {
  const pattern = likePattern(text)
  const end = performance.now() + ROUND_MS
  const started = performance.now()
  let count = 0
  const one = async () => {
    while (performance.now() < end) {
      await sql`select * from shop_order where shop_id = ${shopId} and search like ${pattern} order by created_at desc, id desc limit ${PAGE + 1}`.execute(
        query,
      )
      count += 1
    }
  }
  await Promise.all(Array.from({ length: CALLERS }, one))
  return (count * 1000) / (performance.now() - started)
}

async function searchRows(engine: string, env: Record<string, string>): Promise<Row[]> {
  const server = await startServer({ RATE_LIMIT: 'off', LOG_LEVEL: 'warn', ...env })
  const db = await connect(env.DATABASE_URL ?? path.join(server.dataDir, 'kaizhang.db'))
  try {
    const owner = await ApiClient.signIn(server.origin)
    const shop = await owner.openShop([{ name: nameOf(0), price: 2500, stock: 100 }])
    const skus = shop.skuIds.map((id) => ({ id, price: 2500 }))
    const sample = await owner.send<Order>(
      'PUT',
      `/api/shops/${shop.shopId}/orders/${newId()}`,
      orderBody(skus, 'on-pickup'),
    )
    if (sample.status !== 200) throw new Error(`the order was refused: ${JSON.stringify(sample.body)}`)
    await multiplyOrder(db, sample.body.id)
    const headers = { authorization: `Bearer ${owner.token}` }
    const rows: Row[] = []
    for (const [what, text] of Object.entries(SEARCHES)) {
      const url = `/api/shops/${shop.shopId}/orders?search=${encodeURIComponent(text)}`
      const { body } = await owner.send<{ items: Order[] }>('GET', url)
      const rates = { server: [] as number[], statement: [] as number[] }
      for (let round = 0; round <= ROUNDS; round++) {
        const { rate } = await load(server.port, CALLERS, ROUND_MS, () => request('GET', url, headers))
        const statement = await statementRate(db, shop.shopId, text)
        if (round === 0) continue
        rates.server.push(rate)
        rates.statement.push(statement)
      }
      const ratio = median(rates.server.map((rate, i) => rate / (rates.statement[i] ?? Number.NaN)))
      rows.push({
        what: `${engine}: ${what}, ${body.items.length} found`,
        figure: `${median(rates.server).toFixed(0)}/s, ${Math.round(ratio * 100)}% of the statement`,
        budget: `≥ ${Math.ceil(MIN_RATIO * 100)}%`,
        isWithinBudget: ratio >= MIN_RATIO,
      })
    }
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
