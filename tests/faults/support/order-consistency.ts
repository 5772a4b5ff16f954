import type { AcknowledgedOrder, Shop } from './buyers'
import type { DataStore, Row } from './data-store'

interface Line {
  skuId: string
  quantity: number
}

const linesOf = (row: Row): Line[] => JSON.parse(String(row.lines))
const historyOf = (row: Row): { action: string; id?: string }[] => JSON.parse(String(row.history))

/** Returns the quantity of each sku in orders that are not cancelled. */
function quantitiesSold(orders: readonly Row[]): Map<string, number> {
  const taken = new Map<string, number>()
  for (const order of orders)
    if (order.state !== 'cancelled')
      for (const { skuId, quantity } of linesOf(order)) taken.set(skuId, (taken.get(skuId) ?? 0) + quantity)
  return taken
}

const numbersOf = (orders: readonly Row[]) =>
  orders.map((order) => Number(order.number)).sort((a, b) => a - b)

/**
 * Checks a shop against the acknowledged orders: each exists once with its number and state, the order numbers run from
 * 1 without a gap, and stock plus sold quantity is the initial stock.
 */
export async function expectConsistentOrders(
  store: DataStore,
  shop: Shop,
  stocks: readonly number[],
  acknowledged: readonly AcknowledgedOrder[],
): Promise<Row[]> {
  const orders = await store.query(`select * from shop_order where shop_id = '${shop.shopId}'`)
  const byId = new Map(orders.map((order) => [String(order.id), order]))
  expect(byId.size).toBe(orders.length)
  for (const { id, number, cancelled } of acknowledged) {
    const order = byId.get(id)
    expect(order && { number: Number(order.number), state: order.state }).toEqual({
      number,
      state: cancelled ? 'cancelled' : 'placed',
    })
    expect(historyOf(order ?? {}).map(({ action }) => action)).toEqual(cancelled ? ['cancel'] : [])
  }
  expect(numbersOf(orders)).toEqual(orders.map((_, i) => i + 1))
  await expectNoPartialOrders(store, shop, orders)
  const taken = quantitiesSold(orders)
  const skus = await store.query(`select id, stock from sku where shop_id = '${shop.shopId}'`)
  const remaining = shop.skuIds.map((id) => Number(skus.find((sku) => sku.id === id)?.stock))
  expect(remaining).toEqual(shop.skuIds.map((id, i) => (stocks[i] ?? 0) - (taken.get(id) ?? 0)))
  return orders
}

/** Checks that each order is listed for its buyer and counted by its shop. */
async function expectNoPartialOrders(store: DataStore, shop: Shop, orders: readonly Row[]) {
  const listed = await store.query(`select order_id from account_order where shop_id = '${shop.shopId}'`)
  expect(listed.map((row) => row.order_id).sort()).toEqual(orders.map((order) => order.id).sort())
  const [row] = await store.query(`select last_order from shop where shop_id = '${shop.shopId}'`)
  expect(Number(row?.last_order)).toBe(orders.length)
}

/** Checks that only recurring jobs remain and none of them is dead. */
export async function expectIdleJobs(store: DataStore) {
  const jobs = await store.query('select id, kind, dead from job')
  expect(jobs.length).toBeGreaterThan(0)
  // the id of a recurring job is its kind
  expect(jobs.filter(({ id, kind, dead }) => id !== kind || Number(dead) !== 0)).toEqual([])
}
