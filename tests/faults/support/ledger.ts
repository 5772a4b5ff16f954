import type { Acknowledged, Shop } from './buyers'
import type { Place, Row } from './place'

interface Line {
  skuId: string
  quantity: number
}

const linesOf = (row: Row): Line[] => JSON.parse(String(row.lines))
const historyOf = (row: Row): { action: string; id?: string }[] => JSON.parse(String(row.history))

/** How many of each sku the orders that stand have taken. */
function takenBy(orders: readonly Row[]): Map<string, number> {
  const taken = new Map<string, number>()
  for (const order of orders)
    if (order.state !== 'cancelled')
      for (const { skuId, quantity } of linesOf(order)) taken.set(skuId, (taken.get(skuId) ?? 0) + quantity)
  return taken
}

const numbersOf = (orders: readonly Row[]) =>
  orders.map((order) => Number(order.number)).sort((a, b) => a - b)

/**
 * Holds a shop's books against what people were told: every acknowledged order is there once, under its number and in
 * its state; numbers run from 1 without a gap; what is left and what was taken is what there was; nothing is half there.
 */
export async function expectBooks(
  place: Place,
  shop: Shop,
  stocks: readonly number[],
  told: readonly Acknowledged[],
): Promise<Row[]> {
  const orders = await place.ask(`select * from shop_order where shop_id = '${shop.shopId}'`)
  const byId = new Map(orders.map((order) => [String(order.id), order]))
  expect(byId.size).toBe(orders.length)
  for (const { id, number, cancelled } of told) {
    const order = byId.get(id)
    expect(order && { number: Number(order.number), state: order.state }).toEqual({
      number,
      state: cancelled ? 'cancelled' : 'placed',
    })
    expect(historyOf(order ?? {}).map(({ action }) => action)).toEqual(cancelled ? ['cancel'] : [])
  }
  expect(numbersOf(orders)).toEqual(orders.map((_, i) => i + 1))
  await expectWhole(place, shop, orders)
  const taken = takenBy(orders)
  const skus = await place.ask(`select id, stock from sku where shop_id = '${shop.shopId}'`)
  const left = shop.skuIds.map((id) => Number(skus.find((sku) => sku.id === id)?.stock))
  expect(left).toEqual(shop.skuIds.map((id, i) => (stocks[i] ?? 0) - (taken.get(id) ?? 0)))
  return orders
}

/** An order is noted for its buyer and counted by its shop, or it is not there at all. */
async function expectWhole(place: Place, shop: Shop, orders: readonly Row[]) {
  const noted = await place.ask(`select order_id from account_order where shop_id = '${shop.shopId}'`)
  expect(noted.map((row) => row.order_id).sort()).toEqual(orders.map((order) => order.id).sort())
  const [row] = await place.ask(`select last_order from shop where shop_id = '${shop.shopId}'`)
  expect(Number(row?.last_order)).toBe(orders.length)
}

/** No job but the recurring ones is left, and none of those was given up. */
export async function expectIdleJobs(place: Place) {
  const jobs = await place.ask('select id, kind, dead from job')
  expect(jobs.length).toBeGreaterThan(0)
  // a recurring job has its kind for an id
  expect(jobs.filter(({ id, kind, dead }) => id !== kind || Number(dead) !== 0)).toEqual([])
}
