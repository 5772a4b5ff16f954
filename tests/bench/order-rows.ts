import type { Order } from '@/domain/order/order'
import { connect } from '../../server/db/connect'
import { ApiClient, newId } from '../support/api-client'
import { PAYING_SHOP_COLUMNS } from '../support/connected-wechat-pay'
import type { TestPostgres } from '../support/postgres/start-postgres'
import type { ServerProcess } from '../support/server-process'
import { comparedRow } from './last-release'
import { load, request } from './load'
import { indexEntriesOf, type Usage, usageOf, usagePerRequest } from './order-cost'
import { orderBody, orderFloor } from './order-floor'
import { CALLERS, percent, ROUND_MS, ROUNDS, ratioOf } from './rounds'
import { median, type Row, rowOf } from './table'

/** Accounts whose first orders are measured together. */
const NEW_BUYERS = 200

/** A server whose orders are measured. */
interface Measured {
  server: ServerProcess
  engine: 'SQLite' | 'PostgreSQL'
  databaseLocation: string
  postgres?: TestPostgres
}

type Method = 'on-pickup' | 'wechat'

export const goods = (count: number, stock: number) =>
  Array.from({ length: count }, (_, i) => ({ name: `成县核桃 ${i + 1} 号`, price: 2500 + i, stock }))

/** Lets a shop take WeChat Pay. */
async function takeWechatPay(databaseLocation: string, shopId: string): Promise<void> {
  const db = await connect(databaseLocation)
  await db.query.updateTable('shop').set(PAYING_SHOP_COLUMNS).where('shop_id', '=', shopId).execute()
  await db.close()
}

/**
 * Measures orders of two products in one shop, and the floor in the same database. Neither side stops in between: both
 * are warm after a first round that does not count.
 */
export async function orderRows(measured: Measured, method: Method = 'on-pickup'): Promise<Row[]> {
  const { server, engine, databaseLocation, postgres } = measured
  const db = await connect(databaseLocation)
  const [owner, buyer] = [await ApiClient.signIn(server.origin), await ApiClient.signIn(server.origin)]
  const shop = await owner.openShop(goods(2, 1_000_000))
  if (method === 'wechat') await takeWechatPay(databaseLocation, shop.shopId)
  const skus = shop.products.flatMap((product) => product.skus.map(({ id, price }) => ({ id, price })))
  const body = orderBody(skus, method)
  const what = method === 'wechat' ? `to be paid online, ${engine}` : engine
  const text = JSON.stringify(body)
  const next = (client: ApiClient) =>
    request(
      'PUT',
      `/api/shops/${shop.shopId}/orders/${newId()}`,
      { authorization: `Bearer ${client.token}` },
      text,
    )
  const sample = await buyer.send<Order>('PUT', `/api/shops/${shop.shopId}/orders/${newId()}`, body)
  if (sample.status !== 200) throw new Error(`the sample order was refused: ${JSON.stringify(sample)}`)

  /** What an order uses while orders are placed. */
  async function measure(ms: number, orders: () => Buffer | undefined) {
    const before = await usageOf(server, db, postgres)
    const { rate, answered, statuses } = await load(server.port, CALLERS, ms, orders)
    if (statuses[200] !== answered) throw new Error(`orders were refused: ${JSON.stringify(statuses)}`)
    return { rate, usage: usagePerRequest(before, await usageOf(server, db, postgres), answered) }
  }

  const rates = { floor: [] as number[], server: [] as number[] }
  const uses: Usage[] = []
  for (let i = 0; i <= ROUNDS; i++) {
    const { rate, usage } = await measure(ROUND_MS, () => next(buyer))
    const floor = await orderFloor(databaseLocation, sample.body, body, CALLERS, ROUND_MS)
    if (i === 0) continue
    uses.push(usage)
    rates.server.push(rate)
    rates.floor.push(floor)
  }
  const first: Usage[] = []
  for (let i = 0; i < ROUNDS; i++) {
    const newBuyers = await signInMany(server.origin, NEW_BUYERS)
    first.push(
      (
        await measure(Number.POSITIVE_INFINITY, () => {
          const newBuyer = newBuyers.pop()
          return newBuyer && next(newBuyer)
        })
      ).usage,
    )
  }
  const rows = [
    ...rateRows(what, rates),
    ...usageRows(`an order, ${what}`, uses, MAX_CPU_MS[engine].order),
    ...usageRows(`a new buyer's first order, ${what}`, first, MAX_CPU_MS[engine].first),
    ...(postgres
      ? [comparedRow(`index entries of an order, ${what}`, await indexEntriesOf(db, sample.body.id))]
      : []),
  ]
  await db.close()
  return rows
}

function rateRows(what: string, rates: { floor: number[]; server: number[] }): Row[] {
  const ratio = ratioOf(rates.server, rates.floor)
  return [
    rowOf(`the same rows, no HTTP, ${what}`, `${median(rates.floor).toFixed(0)}/s`, 'the floor'),
    rowOf(
      `place an order, ${what}`,
      `${median(rates.server).toFixed(0)}/s, ${percent(ratio)} of the floor`,
      '≥ 60%',
      ratio >= 0.6,
    ),
  ]
}

/** Most CPU time in ms of an order, and of the first one of a buyer, in the server and its database. */
const MAX_CPU_MS = { SQLite: { order: 0.7, first: 0.7 }, PostgreSQL: { order: 3, first: 5 } }

function usageRows(what: string, usages: readonly Usage[], max: number): Row[] {
  const middle = (of: (usage: Usage) => number) => median(usages.map(of))
  const total = comparedRow(
    `CPU of ${what}`,
    middle(({ app, database }) => app + database),
    { unit: 'ms', max },
  )
  const wal = middle((usage) => usage.wal)
  if (wal === 0) return [total]
  return [
    total,
    comparedRow(
      '  of which the database',
      middle(({ database }) => database),
      { unit: 'ms' },
    ),
    comparedRow(`WAL of ${what}`, wal, { unit: 'bytes' }),
  ]
}

async function signInMany(origin: string, count: number): Promise<ApiClient[]> {
  const clients: ApiClient[] = []
  while (clients.length < count)
    clients.push(...(await Promise.all(Array.from({ length: 20 }, () => ApiClient.signIn(origin)))))
  return clients
}
