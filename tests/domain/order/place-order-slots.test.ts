import { DEFAULT_SLOT_RULE, type Slot, slotKey } from '@/domain/order/delivery-slot'
import { DEFAULT_ORDER_LIMITS } from '@/domain/order/order-limits'
import type { OrderRequest } from '@/domain/order/order-request'
import { decideOrder, type OrderFacts } from '@/domain/order/place-order'
import type { Shop } from '@/domain/shop/shop'

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
  fulfilments: ['local', 'pickup'],
  payments: ['on-delivery', 'on-pickup'],
  freight: { fee: 0 },
}

/** Offers the next day, with two places, until eight in the evening. */
const shopWithSlots: Shop = {
  ...shop,
  deliverySlots: { local: { ...DEFAULT_SLOT_RULE, daysAhead: 1, places: 2 } },
}
const tomorrow: Slot = { day: '2026-11-26', part: 'day' }
const friday: Slot = { day: '2026-11-27', part: 'day' }

/** Decides an order of one of the sku with local delivery. */
function decide(facts: Partial<OrderFacts>, request: Partial<OrderRequest> = {}) {
  const decision = decideOrder(
    {
      shop: shopWithSlots,
      limits: DEFAULT_ORDER_LIMITS,
      isShopBlocked: false,
      isBuyerBlocked: false,
      buyer: undefined,
      offers: [{ skuId: 'a', productId: 'p', name: '核桃', unit: '斤', price: 2500, stock: 20 }],
      onlineMethods: [],
      slotsTaken: new Map(),
      now: NOW,
      ...facts,
    },
    {
      lines: [{ skuId: 'a', quantity: 1 }],
      fulfilment: { kind: 'local' },
      receiver: { name: '收货人', phone: '13800000000', address: '城关镇一号' },
      payment: { method: 'on-delivery' },
      seenTotal: 2500,
      ...request,
    },
  )
  return 'refusal' in decision ? decision.refusal : decision.order
}

const taken = (count: number) => ({ slotsTaken: new Map([[slotKey('local', tomorrow), count]]) })
const gone = (...slots: object[]) => ({ code: 'slot-gone', current: { slots } })

describe('decideOrder in a shop with delivery days', () => {
  it('accepts an order for a day with a place left', () => {
    expect(decide(taken(1), { slot: tomorrow })).toMatchObject({ state: 'placed', slot: tomorrow })
  })

  it('accepts a pickup without a day where only deliveries have days', () => {
    const pickup = { fulfilment: { kind: 'pickup' }, payment: { method: 'on-pickup' } } as const
    expect(decide({}, pickup)).toMatchObject({ state: 'placed' })
    expect(decide({}, pickup)).not.toHaveProperty('slot')
  })

  it('refuses an order without a day, and one for a slot that is not offered', () => {
    expect(decide({})).toEqual(gone({ ...tomorrow, isFull: false }))
    expect(decide({}, { slot: { ...tomorrow, part: 'morning' } })).toEqual(
      gone({ ...tomorrow, isFull: false }),
    )
  })

  it('refuses a day from its cut-off on', () => {
    expect(decide({ now: NOW + 10 * HOUR - 1 }, { slot: tomorrow })).toMatchObject({ slot: tomorrow })
    expect(decide({ now: NOW + 10 * HOUR }, { slot: tomorrow })).toEqual(gone({ ...friday, isFull: false }))
  })

  it('accepts an order for the next open day beyond the days ahead', () => {
    const saturdays = { ...DEFAULT_SLOT_RULE, weekdays: [6], daysAhead: 1 }
    const saturday: Slot = { day: '2026-11-28', part: 'day' }
    const rare: Shop = { ...shop, deliverySlots: { local: saturdays } }
    expect(decide({ shop: rare }, { slot: saturday })).toMatchObject({ state: 'placed', slot: saturday })
    expect(decide({ shop: rare }, { slot: { ...saturday, day: '2026-12-05' } })).toEqual(
      gone({ ...saturday, isFull: false }),
    )
  })

  it('refuses a full day and returns the current slots', () => {
    expect(decide(taken(2), { slot: tomorrow })).toEqual({
      code: 'slot-full',
      current: { slots: [{ ...tomorrow, isFull: true }] },
    })
  })

  it('refuses a day once the shop offers none any more', () => {
    expect(decide({ shop }, { slot: tomorrow })).toEqual(gone())
  })
})
