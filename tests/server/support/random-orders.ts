import fc from 'fast-check'
import { calculateTotals } from '@/domain/product/cart'
import type { PlaceOrderInput } from '../../../server/modules/orders/order-facts'
import { answered, signIn } from './api-client'
import { grantWechatPay } from './payments'
import { newId, type TestEnvironment } from './test-environment'

const BUYERS = ['a', 'b'] as const
type Buyer = (typeof BUYERS)[number]

type ValueOf<Values> = Values extends fc.Arbitrary<infer Value> ? Value : never
export type RandomShop = ValueOf<typeof randomShop>
export type RandomOrder = ValueOf<typeof randomOrder>

export const randomShop = fc.record({
  skus: fc.array(
    fc.record({
      price: fc.integer({ min: 1, max: 100_000_00 }),
      stock: fc.nat(30),
      onSale: fc.integer({ min: 0, max: 5 }).map((n) => n > 0),
    }),
    { minLength: 1, maxLength: 3 },
  ),
  freight: fc.record({ fee: fc.nat(2000), freeOver: fc.nat(50_000) }, { requiredKeys: ['fee'] }),
  limits: fc.record(
    {
      waiting: fc.integer({ min: 1, max: 4 }),
      newBuyer: fc.record({
        percent: fc.integer({ min: 1, max: 100 }),
        least: fc.integer({ min: 1, max: 5 }),
      }),
      expiryHours: fc.integer({ min: 1, max: 720 }),
    },
    { requiredKeys: ['waiting'] },
  ),
})

const randomOrder = fc.record({
  buyer: fc.constantFrom(...BUYERS),
  isLimited: fc.boolean(),
  quantities: fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 3 }),
  isOnline: fc.boolean(),
  // the buyer saw the current total; otherwise the total in the request is wrong by 1 fen
  isPriceKnown: fc.integer({ min: 0, max: 5 }).map((n) => n > 0),
  note: fc.boolean(),
  // the action that the shop takes at once, if the order was placed: none, a cancellation, or all steps up to `finish`
  answer: fc.constantFrom('nothing', 'nothing', 'cancel', 'finish'),
})

/** The ids of a shop, which are the same on both engines. */
export const newShopIds = ({ skus }: RandomShop) => ({
  shopId: newId(),
  skuIds: skus.map(() => newId()).sort(),
  productIds: skus.map(() => newId()),
})
type ShopIds = ReturnType<typeof newShopIds>

const addBuyers = ({ deps }: TestEnvironment) =>
  deps.db.query
    .insertInto('account')
    .values(BUYERS.map((id) => ({ id, created_at: 0 })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()

export async function openRandomShop(on: TestEnvironment, shop: RandomShop, ids: ShopIds) {
  await addBuyers(on)
  const owner = await signIn(on.app)
  const products = shop.skus.map(({ price, stock, onSale }, i) => ({
    id: ids.productIds[i],
    name: `核桃 ${i}`,
    unit: '斤',
    photos: [],
    skus: [{ id: ids.skuIds[i], price, stock }],
    onSale,
  }))
  const { freight } = shop
  const body = { trade: 'nuts', products, freight, payments: ['on-delivery', 'on-pickup'] }
  await answered(owner.call(`PUT /api/shops/${ids.shopId}`, body))
  await grantWechatPay(on, ids.shopId)
  await on.deps.db.query
    .updateTable('shop')
    .set({ order_limits: JSON.stringify(shop.limits) })
    .where('shop_id', '=', ids.shopId)
    .execute()
}

export function toInput(shop: RandomShop, ids: ShopIds, order: RandomOrder): PlaceOrderInput {
  const lines = order.quantities.slice(0, ids.skuIds.length).map((quantity, i) => ({
    skuId: ids.skuIds[i] ?? '',
    quantity,
  }))
  const prices = lines.map(({ quantity }, i) => ({ quantity, price: shop.skus[i]?.price ?? 0 }))
  const { total } = calculateTotals(prices, shop.freight, 'local')
  return {
    shopId: ids.shopId,
    orderId: newId(),
    accountId: order.buyer,
    request: {
      lines,
      fulfilment: { kind: 'local' },
      receiver: { name: '收货人', phone: '13800000000', address: '城关镇一号' },
      payment: { method: order.isOnline ? 'wechat' : 'on-delivery' },
      seenTotal: total + (order.isPriceKnown ? 0 : 1),
      ...(order.note ? { note: '早上送' } : {}),
    },
    ...(order.isLimited ? { addressHash: 'address' } : {}),
  }
}

export const randomOrders = fc.array(randomOrder, { minLength: 1, maxLength: 6 })

/** One shop of 20 pieces with limits, and one whose goods are off sale: their refusals cover every reason. */
export function shopsThatRefuse(): [RandomShop, RandomOrder[]][] {
  const order = (buyer: Buyer, quantity: number, changes: Partial<RandomOrder> = {}): RandomOrder => ({
    ...{ buyer, quantities: [quantity], isLimited: false, isOnline: false, isPriceKnown: true },
    ...{ note: false, answer: 'nothing', ...changes },
  })
  const sku = { price: 2500, stock: 20, onSale: true }
  const shop: RandomShop = {
    skus: [sku],
    freight: { fee: 0 },
    limits: { waiting: 1, newBuyer: { percent: 10, least: 1 } },
  }
  const limited = { isLimited: true }
  const placed = [order('a', 1, limited), order('b', 12)]
  const refused = [order('a', 1, limited), order('b', 8), order('b', 1, { isPriceKnown: false })]
  return [
    [shop, [order('b', 12, limited), ...placed, ...refused]],
    [{ ...shop, skus: [{ ...sku, onSale: false }] }, [order('a', 1)]],
  ]
}
