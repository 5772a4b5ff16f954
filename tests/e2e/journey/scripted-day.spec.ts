import type { RouteReply } from '@/contract/routes'
import { monthOf } from '@/domain/month'
import type { Fulfilment } from '@/domain/order/fulfilment'
import { calculateTotals } from '@/domain/product/cart'
import { findOrdersWords, severalOrdersWords } from '@/locales/order/find-orders'
import { orderLimitsWords } from '@/locales/order/order-limits'
import { orderSheetWords } from '@/locales/order/order-sheet'
import { printOrdersWords } from '@/locales/order/print-orders'
import { sellerOrdersWords } from '@/locales/order/seller-orders'
import { moneyWords } from '@/locales/payment/money'
import { sheetWords } from '@/locales/sheet'
import { readSpreadsheet } from '../../server/support/read-spreadsheet'
import { ApiClient, newId } from '../../support/api-client'
import { LONG_RUN } from '../long-run'
import { type InspectablePhone, SCREENS } from '../phone/phone'
import { changeSettings, signIn } from '../screens/api'
import { expect, test } from '../test'

const ORDERS = 200
/** Further orders that their buyer has cancelled. */
const CANCELLED = 10
const BUYERS = 40
const GOODS = 30
const MAX_TAPS_PER_ORDER = 1.5
const FREIGHT = { fee: 500, freeOver: 9900 }
const KINDS: readonly Fulfilment[] = ['local', 'pickup', 'courier']

const select = orderLimitsWords.select

interface Good {
  skuId: string
  price: number
}

interface Plan {
  kind: Fulfilment
  lines: (Good & { quantity: number })[]
}

/** Orders from a fixed pattern that uses all goods and ways of delivery. */
const plansFor = (goods: readonly Good[], count: number): Plan[] =>
  Array.from({ length: count }, (_, order) => ({
    kind: KINDS[order % KINDS.length] ?? 'local',
    lines: Array.from({ length: 1 + (order % 3) }, (_, line) => {
      const good = goods[(order * 7 + line * 11) % GOODS]
      if (!good) throw new Error('the shop has too few goods')
      return { ...good, quantity: 1 + ((order + line) % 4) }
    }),
  }))

const totalOf = ({ kind, lines }: Plan) => calculateTotals(lines, FREIGHT, kind).total
const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0)

/** Opens a shop with all goods and ways of delivery. */
async function openShop(owner: InspectablePhone): Promise<{ shopId: string; goods: Good[] }> {
  const shopId = newId()
  const products = Array.from({ length: GOODS }, (_, at) => ({
    ...{ id: newId(), name: `货品${at + 1}`, unit: '斤', photos: [], onSale: true },
    skus: [{ id: newId(), price: 150 + at * 100, stock: 900 }],
  }))
  await signIn(owner)
  await owner.request('PUT', `/api/shops/${shopId}`, { trade: 'nuts', products: products.slice(0, 20) })
  for (const { id, ...product } of products.slice(20))
    await owner.request('PUT', `/api/shops/${shopId}/products/${id}`, { version: 0, ...product })
  await changeSettings(owner, shopId, {
    fulfilments: KINDS,
    payments: ['on-delivery', 'on-pickup'],
    freight: FREIGHT,
    pickupPlace: '镇服务站',
    orderLimits: { waiting: 50 },
  })
  const goods = products.flatMap(({ skus }) => skus.map(({ id, price }) => ({ skuId: id, price })))
  return { shopId, goods }
}

/** Sends a request that has to succeed. */
async function send(buyer: ApiClient, method: 'PUT' | 'POST', path: string, body: object): Promise<void> {
  const reply = await buyer.send(method, path, body)
  expect(reply.status, JSON.stringify(reply.body)).toBe(200)
}

/** Places an order and returns its path. */
async function placeOrder(buyer: ApiClient, shopId: string, plan: Plan, name: string): Promise<string> {
  const path = `/api/shops/${shopId}/orders/${newId()}`
  await send(buyer, 'PUT', path, {
    lines: plan.lines.map(({ skuId, quantity }) => ({ skuId, quantity })),
    fulfilment: { kind: plan.kind },
    receiver: {
      ...{ name, phone: '19900000001' },
      ...(plan.kind === 'pickup' ? {} : { address: '成县沙坝镇下街 18 号' }),
    },
    payment: { method: plan.kind === 'pickup' ? 'on-pickup' : 'on-delivery' },
    seenTotal: totalOf(plan),
  })
  return path
}

/** Lets forty buyers place the orders. */
async function placeOrders(origin: string, shopId: string, plans: readonly Plan[]): Promise<void> {
  const buyers = await Promise.all(Array.from({ length: BUYERS }, () => ApiClient.signIn(origin)))
  await Promise.all(
    buyers.map(async (buyer, at) => {
      for (const plan of plans.filter((_, order) => order % BUYERS === at))
        await placeOrder(buyer, shopId, plan, `收货人${at + 1}`)
    }),
  )
}

/** Lets a buyer place orders and cancel them. */
async function placeCancelledOrders(origin: string, shopId: string, plans: readonly Plan[]): Promise<void> {
  const buyer = await ApiClient.signIn(origin)
  for (const plan of plans) {
    const path = await placeOrder(buyer, shopId, plan, '收货人甲')
    await send(buyer, 'POST', `${path}/steps`, { id: newId(), action: 'cancel' })
  }
}

type OrderPage = RouteReply<'GET /api/shops/:shopId/orders'>

/** Reads all orders of a shop, as the seller's list does. */
async function readOrders(owner: InspectablePhone, shopId: string): Promise<OrderPage['items']> {
  const items: OrderPage['items'] = []
  let cursor: string | undefined
  do {
    const query = cursor === undefined ? '' : `?cursor=${encodeURIComponent(cursor)}`
    const page = await owner.request<OrderPage>('GET', `/api/shops/${shopId}/orders${query}`)
    items.push(...page.items)
    cursor = page.next
  } while (cursor !== undefined)
  return items
}

/** The sheets of all orders and of the goods to pack for them. */
async function readSheets(owner: InspectablePhone, shopId: string, origin: string): Promise<string[][][]> {
  const { url } = await owner.request<{ url: string }>('POST', `/api/shops/${shopId}/orders/sheets`, {})
  const file = await fetch(new URL(new URL(url).pathname, origin))
  return readSpreadsheet(new Uint8Array(await file.arrayBuffer()))
}

/** The quantities of the open picking list, which end in "共 12 斤". */
const pickedQuantities = ({ page }: InspectablePhone): Promise<number[]> =>
  page
    .locator('.picking__sum')
    .allTextContents()
    .then((texts) => texts.map((text) => Number(/\d+/.exec(text)?.[0])))

for (const engine of ['SQLite', 'PostgreSQL'] as const)
  test.describe(`a day of ${ORDERS} orders on ${engine}`, LONG_RUN, () => {
    test.use({ engine, serverEnv: { RATE_LIMIT: 'off' } })

    test('takes a seller few taps on a small phone, and all sums agree', async ({ ownEnvironment }) => {
      const owner = await ownEnvironment.phone(SCREENS.small)
      const { shopId, goods } = await openShop(owner)
      const { origin } = ownEnvironment.server
      const plans = plansFor(goods, ORDERS)
      await placeOrders(origin, shopId, plans)
      const cancelled = plansFor(goods, CANCELLED)
      await placeCancelledOrders(origin, shopId, cancelled)
      const omitted = severalOrdersWords.picking.omitted({ cancelled: CANCELLED })
      const total = sum(plans.map(totalOf))
      const quantity = sum(plans.flatMap(({ lines }) => lines.map((line) => line.quantity)))

      let taps = 0
      const tap = async (words: string) => {
        await owner.tap(words)
        taps++
      }
      const answer = async (words: string, done: string) => {
        await tap(words)
        // the button that confirms has the same words, in a sheet
        await owner.page.getByRole('dialog').waitFor()
        await tap(words)
        await owner.see(done)
      }
      await owner.open('/merchant', { shop: shopId, tab: 'orders' })
      await tap(findOrdersWords.filter)
      await tap(sellerOrdersWords.filters.all)
      await tap(findOrdersWords.show)
      await owner.page.getByRole('link', { name: new RegExp(`(^|\\D)${ORDERS + CANCELLED}\\D`) }).waitFor()
      await tap(select.start)
      await tap(select.all(ORDERS + CANCELLED))
      await answer(select.accept(ORDERS), select.done.accept(ORDERS))

      await tap(severalOrdersWords.more)
      await tap(severalOrdersWords.pick)
      await owner.see(severalOrdersWords.picking.title)
      expect(sum(await pickedQuantities(owner))).toBe(quantity)
      await owner.see(omitted)
      await tap(sheetWords.close)

      await tap(severalOrdersWords.more)
      await tap(printOrdersWords.open)
      await owner.see(printOrdersWords.hints.a6)
      const pdf = await owner.page.pdf({ preferCSSPageSize: true, printBackground: true })
      expect(pdf.toString('latin1').match(/\/MediaBox/g)).toHaveLength(ORDERS + CANCELLED)
      await owner.page.goBack()
      taps++

      const [rows = [], picked = []] = await readSheets(owner, shopId, origin)
      const column = (name: string) => rows[0]?.indexOf(name) ?? -1
      expect(
        sum(rows.slice(1).map((row) => Math.round(Number(row[column(orderSheetWords.columns.total)]) * 100))),
      ).toBe(total + sum(cancelled.map(totalOf)))
      expect(sum(picked.slice(1, -1).map(([, , count]) => Number(count)))).toBe(quantity)
      expect(picked.at(-1)).toEqual([omitted])

      await answer(select.send(ORDERS), select.done.send(ORDERS))
      await answer(select.finish(ORDERS, true), select.done.finish(ORDERS))
      await owner.open('/money', { shop: shopId })
      taps++
      await owner.see(moneyWords.yuan(total))
      expect(taps / ORDERS).toBeLessThanOrEqual(MAX_TAPS_PER_ORDER)

      const orders = await readOrders(owner, shopId)
      const finished = orders.filter(({ state }) => state !== 'cancelled')
      expect(orders).toHaveLength(ORDERS + CANCELLED)
      expect(finished.map(({ state, payment }) => `${state} ${payment.state}`)).toEqual(
        Array.from({ length: ORDERS }, () => 'done paid'),
      )
      expect(sum(finished.map((order) => order.total))).toBe(total)
      const { days, due } = await owner.request<RouteReply<'GET /api/shops/:shopId/money/:month'>>(
        'GET',
        `/api/shops/${shopId}/money/${monthOf(Date.now())}`,
      )
      expect(sum(days.flatMap(({ collected }) => Object.values(collected)))).toBe(total)
      expect(due).toEqual({ orders: 0, amount: 0 })
    })
  })
