import fc from 'fast-check'
import type { BuyerHistory } from '@/domain/order/buyer-limits'
import { DEFAULT_ORDER_LIMITS } from '@/domain/order/order-limits'
import type { OrderRequest } from '@/domain/order/order-request'
import { decideOrder, type Offer, type OrderFacts } from '@/domain/order/place-order'
import { calculateTotals } from '@/domain/product/cart'
import type { Shop } from '@/domain/shop/shop'
import { forAll } from '../../support/for-all'

/** 2026-11-25 10:00 in China. */
const NOW = Date.UTC(2026, 10, 25, 2)
const HOUR = 3_600_000

const shop: Shop = {
  id: 'shop',
  slug: 'slug',
  version: 1,
  trade: 'nuts',
  openedAt: 0,
  name: '核桃铺',
  phone: '13800006021',
  fulfilments: ['local', 'pickup', 'on-site'],
  payments: ['on-delivery', 'on-pickup', 'wechat'],
  freight: { fee: 600, freeOver: 10_000 },
}

const offer: Offer = {
  skuId: 'a',
  productId: 'p',
  name: '核桃',
  unit: '斤',
  price: 2500,
  stock: 20,
}

const newcomer: BuyerHistory = { waiting: [], nearby: [], isTrusted: false }
/** A hundred waiting orders of other new accounts at the buyer's address. */
const nearby = Array.from({ length: 100 }, () => [{ skuId: 'b', quantity: 1 }])

const factsWith = (changes: Partial<OrderFacts> = {}): OrderFacts => ({
  shop,
  limits: DEFAULT_ORDER_LIMITS,
  isShopBlocked: false,
  isBuyerBlocked: false,
  buyer: undefined,
  offers: [offer],
  onlineMethods: [],
  slotsTaken: new Map(),
  now: NOW,
  ...changes,
})

/** A request for two of the offer with local delivery. */
const requestWith = (changes: Partial<OrderRequest> = {}): OrderRequest => ({
  lines: [{ skuId: 'a', quantity: 2 }],
  fulfilment: { kind: 'local' },
  receiver: { name: '收货人', phone: '13800000000', address: '城关镇一号' },
  payment: { method: 'on-delivery' },
  seenTotal: 5600,
  ...changes,
})

const orderOf = (quantity: number, changes: Partial<OrderRequest> = {}) =>
  requestWith({
    lines: [{ skuId: 'a', quantity }],
    seenTotal: calculateTotals([{ price: offer.price, quantity }], shop.freight, 'local').total,
    ...changes,
  })

function decide(facts: Partial<OrderFacts> = {}, request: OrderRequest = requestWith()) {
  const decision = decideOrder(factsWith(facts), request)
  return 'refusal' in decision ? decision.refusal : decision.order
}

describe('decideOrder for valid orders', () => {
  it('accepts an order with its prices, states and times', () => {
    expect(decideOrder(factsWith(), requestWith({ note: '早上送' }))).toEqual({
      order: {
        shopId: 'shop',
        state: 'placed',
        payment: { method: 'on-delivery', state: 'due' },
        afterSale: 'none',
        lines: [{ skuId: 'a', productId: 'p', name: '核桃', unit: '斤', price: 2500, quantity: 2 }],
        goods: 5000,
        freight: 600,
        total: 5600,
        fulfilment: 'local',
        receiver: { name: '收货人', phone: '13800000000', address: '城关镇一号' },
        note: '早上送',
        createdAt: NOW,
        updatedAt: NOW,
        expiresAt: NOW + 48 * HOUR,
        history: [],
      },
      required: [{ skuId: 'a', quantity: 2, minStock: 2 }],
    })
  })

  it('accepts an order paid in advance, which does not expire', () => {
    const order = decide({ onlineMethods: ['wechat'] }, requestWith({ payment: { method: 'wechat' } }))
    expect(order).toMatchObject({ payment: { method: 'wechat', state: 'pending' } })
    expect(order).not.toHaveProperty('expiresAt')
  })

  it('accepts an order without an expiry in a shop that has none', () => {
    expect(decide({ limits: { waiting: 3 } })).not.toHaveProperty('expiresAt')
  })

  it('requires the stock of a sku once for its lines on two days', () => {
    const lines = ['2026-11-25', '2027-11-25'].map((date) => ({ skuId: 'a', quantity: 1, date }))
    const request = requestWith({
      lines,
      fulfilment: { kind: 'on-site' },
      receiver: { name: '', phone: '13800000000' },
      payment: { method: 'on-pickup' },
      seenTotal: 5000,
    })
    expect(decideOrder(factsWith(), request)).toMatchObject({
      order: { lines, freight: 0 },
      required: [{ skuId: 'a', quantity: 2, minStock: 2 }],
    })
  })

  it('copies the label and the photo of an offer into the line', () => {
    const photo = { id: 'photo', hash: 'hash' }
    expect(decide({ offers: [{ ...offer, label: '大盒', photo }] })).toMatchObject({
      lines: [{ label: '大盒', photo }],
    })
  })

  it("accepts a new buyer's order within the limit and returns the minimum stock that it requires", () => {
    const limited = {
      offers: [{ ...offer, stock: 60 }],
      buyer: { ...newcomer, waiting: [[{ skuId: 'a', quantity: 5 }]] },
    }
    expect(decideOrder(factsWith(limited), orderOf(20))).toMatchObject({
      required: [{ skuId: 'a', quantity: 20, minStock: 45 }],
    })
  })
})

describe('decideOrder for invalid orders', () => {
  it.each<[string, Partial<OrderFacts>, Partial<OrderRequest>, object]>([
    ['a shop that an operator has hidden', { isShopBlocked: true }, {}, { code: 'not-found' }],
    [
      'a buyer whom the shop has blocked',
      { isBuyerBlocked: true },
      {},
      { code: 'buyer-blocked', current: { phone: '13800006021' } },
    ],
    [
      'a closed shop',
      { shop: { ...shop, closedUntil: '2026-11-26', closedNote: '收核桃去了' } },
      {},
      { code: 'shop-closed', current: { closedUntil: '2026-11-26', closedNote: '收核桃去了' } },
    ],
    ['a shop that was closed for good', { shop: { ...shop, closedAt: 1 } }, {}, { code: 'not-found' }],
    [
      'a fulfilment that is not offered',
      {},
      { fulfilment: { kind: 'courier' } },
      { code: 'bad-input', fields: [{ path: '/fulfilment/kind', message: 'is not offered by this shop' }] },
    ],
    [
      'a payment that does not suit the fulfilment',
      {},
      { payment: { method: 'on-pickup' } },
      { code: 'payment-unavailable', current: { payments: ['on-delivery'] } },
    ],
    [
      'an online payment without its gateway',
      {},
      { payment: { method: 'wechat' } },
      { code: 'payment-unavailable', current: { payments: ['on-delivery'] } },
    ],
    [
      'a receiver without an address',
      {},
      { receiver: { name: '收货人', phone: '13800000000' } },
      {
        code: 'bad-input',
        fields: [{ path: '/receiver/address', message: 'is missing or cannot be used' }],
      },
    ],
    [
      'one waiting order more than the shop allows',
      { buyer: { ...newcomer, waiting: [[], [], []] } },
      {},
      { code: 'too-many-waiting', current: { waiting: 3, phone: '13800006021' } },
    ],
    [
      'the hundred-and-first waiting order of new buyers at one address',
      { buyer: { ...newcomer, nearby } },
      {},
      { code: 'too-many-waiting', current: { phone: '13800006021' } },
    ],
    [
      'skus that are not on sale',
      {},
      { lines: ['c', 'a', 'b'].map((skuId) => ({ skuId, quantity: 1 })) },
      { code: 'product-gone', current: { skuIds: ['b', 'c'] } },
    ],
    [
      'a total that differs from the current prices',
      {},
      { seenTotal: 5000 },
      {
        code: 'price-changed',
        current: {
          total: 5600,
          freight: 600,
          rule: { fee: 600, freeOver: 10_000 },
          lines: [{ skuId: 'a', price: 2500, stock: 20 }],
        },
      },
    ],
    [
      'more than the stock',
      { offers: [{ ...offer, stock: 1 }] },
      {},
      { code: 'out-of-stock', current: { lines: [{ skuId: 'a', stock: 1 }] } },
    ],
  ])('refuses %s', (_, facts, request, refusal) => {
    expect(decide(facts, requestWith(request))).toEqual(refusal)
  })

  it("refuses more than a new buyer's share of the stock and returns the quantity still allowed", () => {
    const buyer = { ...newcomer, waiting: [[{ skuId: 'a', quantity: 4 }]] }
    expect(decide({ buyer }, orderOf(9))).toEqual({
      code: 'ask-the-shop',
      current: { lines: [{ skuId: 'a', most: 8 }], phone: '13800006021' },
    })
    expect(decide({ buyer }, orderOf(8))).toMatchObject({ state: 'placed' })
  })

  it('returns the first reason when there are several to refuse', () => {
    const sold = { offers: [{ ...offer, stock: 0 }] }
    const changed = requestWith({ seenTotal: 1 })
    expect(decide(sold, changed)).toMatchObject({ code: 'price-changed' })
    expect(decide({ ...sold, offers: [] }, changed)).toMatchObject({ code: 'product-gone' })
    expect(decide({ offers: [], isBuyerBlocked: true }, changed)).toMatchObject({ code: 'buyer-blocked' })
    expect(decide({ isShopBlocked: true, isBuyerBlocked: true })).toMatchObject({ code: 'not-found' })
  })
})

describe('decideOrder for random orders', () => {
  const quantity = fc.integer({ min: 1, max: 40 })

  it('accepts exactly the total that the checkout computes', () => {
    const line = fc.record({ price: fc.integer({ min: 1, max: 100_000 }), quantity })
    const freight = fc.record({ fee: fc.nat(2000), freeOver: fc.nat(50_000) })
    forAll(fc.array(line, { minLength: 1, maxLength: 5 }), freight, fc.integer(), (lines, rule, off) => {
      const offers = lines.map(({ price }, i) => ({ ...offer, skuId: `${i}`, price, stock: 40 }))
      const totals = calculateTotals(lines, rule, 'local')
      const request = requestWith({
        lines: lines.map((one, i) => ({ skuId: `${i}`, quantity: one.quantity })),
        seenTotal: totals.total,
      })
      const facts = { offers, shop: { ...shop, freight: rule } }
      expect(decide(facts, request)).toMatchObject({ ...totals, state: 'placed' })
      if (off !== 0)
        expect(decide(facts, { ...request, seenTotal: totals.total + off })).toMatchObject({
          code: 'price-changed',
        })
    })
  })

  it('applies neither the share nor the address limit to earlier buyers', () => {
    const buyer = { ...newcomer, nearby, isTrusted: true }
    expect(decide({ buyer }, orderOf(20))).toMatchObject({ state: 'placed' })
  })

  it('accepts exactly when the stock is at least the required one', () => {
    const buyers = fc.option(fc.record({ reserved: fc.nat(30), isTrusted: fc.boolean() }), {
      nil: undefined,
    })
    forAll(quantity, fc.nat(100), buyers, (wanted, stock, history) => {
      const buyer = history && {
        ...newcomer,
        isTrusted: history.isTrusted,
        waiting: [[{ skuId: 'a', quantity: history.reserved }]],
      }
      const decideWith = (count: number) =>
        decideOrder(factsWith({ offers: [{ ...offer, stock: count }], buyer }), orderOf(wanted))
      const plenty = decideWith(1_000_000)
      const minStock = 'order' in plenty ? (plenty.required[0]?.minStock ?? 0) : Number.NaN
      expect('order' in decideWith(stock)).toBe(stock >= minStock)
    })
  })
})
