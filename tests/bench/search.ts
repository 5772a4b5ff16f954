import path from 'node:path'
import { sql } from 'kysely'
import type { Order } from '@/domain/order'
import { connect } from '../../server/db/connect'
import type { Database } from '../../server/db/database'
import { orderSearchText } from '../../server/modules/orders/order-search'
import { productSearchText } from '../../server/modules/products/product-search'
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

/** Texts that a seller types to find orders: a name, the end of a phone, goods, pinyin initials, and a wrong key. */
const ORDER_SEARCHES = {
  'orders by a name': '收货人77',
  'orders by the last digits of a phone': '4321',
  'orders by goods': '花椒31号',
  'orders by pinyin initials': 'hj7h',
  'orders by a text that none contains': '核挑',
}

/** Texts that a seller or buyer types to find goods. */
const GOODS_SEARCHES = {
  'goods by a name': '花椒31',
  'goods by pinyin initials': 'tfm',
  'goods by a text that none contains': '花交',
}

/** A search of the server, and the statements that it cannot do without. */
interface Search {
  what: string
  url: string
  runStatements(): Promise<unknown>
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

const orderSearches = ({ query }: Database, shopId: string): Search[] =>
  Object.entries(ORDER_SEARCHES).map(([what, text]) => {
    const pattern = likePattern(text)
    return {
      what,
      url: `/api/shops/${shopId}/orders?search=${encodeURIComponent(text)}`,
      runStatements: () =>
        sql`select * from shop_order where shop_id = ${shopId} and search like ${pattern} order by created_at desc, id desc limit ${PAGE + 1}`.execute(
          query,
        ),
    }
  })

/** A product is read with its skus. */
const goodsSearches = ({ query }: Database, shopId: string): Search[] =>
  Object.entries(GOODS_SEARCHES).map(([what, text]) => {
    const pattern = likePattern(text)
    return {
      what,
      url: `/api/shops/${shopId}/products?search=${encodeURIComponent(text)}`,
      async runStatements() {
        const { rows } = await sql<{
          id: string
        }>`select * from product where shop_id = ${shopId} and search like ${pattern} order by position, id limit ${PAGE + 1}`.execute(
          query,
        )
        if (rows.length === 0) return
        const ids = sql.join(rows.map(({ id }) => id))
        await sql`select * from sku where shop_id = ${shopId} and product_id in (${ids}) order by position`.execute(
          query,
        )
      },
    }
  })

/** Measures the server beside its statements, alternately, since the machine is shared. */
async function measure(engine: string, port: number, owner: ApiClient, search: Search): Promise<Row> {
  const headers = { authorization: `Bearer ${owner.token}` }
  const { body } = await owner.send<{ items: unknown[] }>('GET', search.url)
  const rates = { server: [] as number[], statement: [] as number[] }
  for (let round = 0; round <= ROUNDS; round++) {
    const { rate } = await load(port, CALLERS, ROUND_MS, () => request('GET', search.url, headers))
    const statement = await statementRate(search.runStatements)
    if (round === 0) continue
    rates.server.push(rate)
    rates.statement.push(statement)
  }
  const ratio = median(rates.server.map((rate, i) => rate / (rates.statement[i] ?? Number.NaN)))
  return {
    what: `${engine}: ${search.what}, ${body.items.length} found`,
    figure: `${median(rates.server).toFixed(0)}/s, ${Math.round(ratio * 100)}% of the statement`,
    budget: `≥ ${Math.ceil(MIN_RATIO * 100)}%`,
    isWithinBudget: ratio >= MIN_RATIO,
  }
}

async function searchRows(engine: string, env: Record<string, string>): Promise<Row[]> {
  const server = await startServer({ RATE_LIMIT: 'off', LOG_LEVEL: 'warn', ...env })
  const db = await connect(env.DATABASE_URL ?? path.join(server.dataDir, 'kaizhang.db'))
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
    await multiplyOrder(db, sample.body.id)
    await multiplyProduct(db, shopId)
    const rows: Row[] = []
    for (const search of [...orderSearches(db, shopId), ...goodsSearches(db, shopId)])
      rows.push(await measure(engine, server.port, owner, search))
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
