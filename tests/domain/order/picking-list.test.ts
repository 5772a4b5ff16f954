import fc from 'fast-check'
import type { Slot } from '@/domain/order/delivery-slot'
import { type OrderLine, orderStates } from '@/domain/order/order'
import { countOmitted, pickGoods, pickingList } from '@/domain/order/picking-list'
import { paymentStates } from '@/domain/payment/payment'
import { forAll } from '../../support/for-all'

const line = (name: string, quantity: number, more: Partial<OrderLine> = {}): OrderLine => ({
  ...{ skuId: `sku of ${name}`, productId: `product of ${name}`, name, unit: '斤', price: 2500, quantity },
  ...more,
})

type PickedOrder = Parameters<typeof pickingList>[0][number]

const order = (number: number, more: Partial<PickedOrder> = {}): PickedOrder => ({
  ...{ number, fulfilment: 'local', state: 'accepted', lines: [line('核桃', number)] },
  payment: { method: 'on-delivery', state: 'due' },
  ...more,
})

const numbersOf = (orders: readonly PickedOrder[]) =>
  pickingList(orders).flatMap(({ goods }) => goods.flatMap((one) => one.orders))

describe('pickingList', () => {
  it('sums the goods of all orders by way of delivery', () => {
    const list = pickingList([
      order(3, { fulfilment: 'courier', lines: [line('核桃', 10)] }),
      order(1, { lines: [line('核桃', 3), line('蜂蜜', 1, { unit: '瓶' })] }),
      order(2, { lines: [line('核桃', 5)] }),
    ])
    expect(list).toMatchObject([
      {
        ...{ fulfilment: 'local', orders: 2 },
        goods: [
          { name: '核桃', quantity: 8, orders: [1, 2] },
          { name: '蜂蜜', unit: '瓶', quantity: 1, orders: [1] },
        ],
      },
      { fulfilment: 'courier', orders: 1, goods: [{ name: '核桃', quantity: 10, orders: [3] }] },
    ])
  })

  it('separates skus, and names that have changed', () => {
    const goods = pickGoods([
      order(1, { lines: [line('核桃', 1, { label: '大盒', skuId: 'large' }), line('核桃', 1)] }),
      order(2, { lines: [line('老核桃', 1, { skuId: 'sku of 核桃' })] }),
    ])
    expect(goods.map(({ name, label }) => [name, label])).toEqual([
      ['核桃', '大盒'],
      ['核桃', undefined],
      ['老核桃', undefined],
    ])
  })

  it('counts an order once that has the same goods on two lines', () => {
    const goods = pickGoods([
      order(7, {
        fulfilment: 'on-site',
        lines: [line('客房', 1, { date: '2026-12-01' }), line('客房', 2, { date: '2026-12-02' })],
      }),
    ])
    expect(goods).toMatchObject([{ quantity: 3, orders: [7] }])
  })

  it('contains placed and accepted orders, and counts the omitted ones by reason', () => {
    const online = (state: PickedOrder['payment']['state']) => ({ method: 'wechat', state }) as const
    const orders = [
      order(1, { state: 'placed' }),
      order(2, { state: 'placed', payment: online('paid') }),
      order(3),
      order(4, { state: 'placed', payment: online('pending') }),
      order(5, { state: 'cancelled', payment: online('void') }),
      order(6, { state: 'cancelled', payment: online('refunded') }),
      order(7, { payment: online('refunding') }),
      order(8, { payment: online('refunded') }),
      order(9, { state: 'underway' }),
      order(10, { state: 'done', payment: online('paid') }),
    ]
    expect(numbersOf(orders)).toEqual([1, 2, 3])
    expect(pickGoods(orders)).toMatchObject([{ quantity: 1 + 2 + 3, orders: [1, 2, 3] }])
    expect(countOmitted(orders)).toEqual({ unpaid: 1, cancelled: 2, refunded: 2, packed: 2 })
    expect(countOmitted(orders.slice(0, 3))).toEqual({})
  })

  it('contains or omits every order exactly once, in any state', () => {
    const orders = orderStates.flatMap((state) =>
      paymentStates.map((paid, at) => order(at + 1, { state, payment: { method: 'alipay', state: paid } })),
    )
    const omitted = Object.values(countOmitted(orders)).reduce((sum, count) => sum + count, 0)
    expect(pickingList(orders).reduce((sum, group) => sum + group.orders, omitted)).toBe(orders.length)
  })

  it('contains the total quantity of its orders', () => {
    const orders = fc.array(
      fc.record({
        number: fc.integer({ min: 1, max: 999 }),
        fulfilment: fc.constantFrom('local', 'pickup', 'courier', 'on-site'),
        state: fc.constantFrom('placed', 'accepted'),
        payment: fc.constant({ method: 'on-delivery', state: 'due' }),
        lines: fc.array(
          fc
            .tuple(fc.constantFrom('核桃', '蜂蜜', '木耳'), fc.integer({ min: 1, max: 999 }))
            .map(([name, quantity]) => line(name, quantity)),
          { maxLength: 5 },
        ),
      }),
      { maxLength: 30 },
    )
    forAll(orders, (all) => {
      const total = all.flatMap(({ lines }) => lines).reduce((sum, { quantity }) => sum + quantity, 0)
      const picked = pickingList(all as Parameters<typeof pickingList>[0]).flatMap(({ goods }) => goods)
      expect(picked.reduce((sum, { quantity }) => sum + quantity, 0)).toBe(total)
    })
  })
})

describe('pickingList of orders for several days', () => {
  it('has one group for each slot, mornings before afternoons', () => {
    const orderFor = (number: number, slot: Slot) => order(number, { slot })
    const list = pickingList([
      orderFor(1, { day: '2026-11-27', part: 'morning' }),
      orderFor(2, { day: '2026-11-26', part: 'afternoon' }),
      orderFor(3, { day: '2026-11-26', part: 'morning' }),
      order(4),
      orderFor(5, { day: '2026-11-26', part: 'afternoon' }),
    ])
    expect(list.map(({ slot, goods }) => [slot?.day, slot?.part, goods[0]?.quantity])).toEqual([
      [undefined, undefined, 4],
      ['2026-11-26', 'morning', 3],
      ['2026-11-26', 'afternoon', 7],
      ['2026-11-27', 'morning', 1],
    ])
  })
})
