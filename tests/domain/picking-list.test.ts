import fc from 'fast-check'
import type { Slot } from '@/domain/delivery-slot'
import type { OrderLine } from '@/domain/order'
import { pickGoods, pickingList } from '@/domain/picking-list'

const line = (name: string, quantity: number, more: Partial<OrderLine> = {}): OrderLine => ({
  ...{ skuId: `sku of ${name}`, productId: `product of ${name}`, name, unit: '斤', price: 2500, quantity },
  ...more,
})

describe('a picking list', () => {
  it('sums up the goods of all orders, by way of delivery', () => {
    const list = pickingList([
      { number: 3, fulfilment: 'courier', lines: [line('核桃', 10)] },
      { number: 1, fulfilment: 'local', lines: [line('核桃', 3), line('蜂蜜', 1, { unit: '瓶' })] },
      { number: 2, fulfilment: 'local', lines: [line('核桃', 5)] },
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

  it('keeps skus apart, and names that have changed', () => {
    const goods = pickGoods([
      {
        number: 1,
        fulfilment: 'local',
        lines: [line('核桃', 1, { label: '大盒', skuId: 'large' }), line('核桃', 1)],
      },
      { number: 2, fulfilment: 'local', lines: [line('老核桃', 1, { skuId: 'sku of 核桃' })] },
    ])
    expect(goods.map(({ name, label }) => [name, label])).toEqual([
      ['核桃', '大盒'],
      ['核桃', undefined],
      ['老核桃', undefined],
    ])
  })

  it('counts an order once that has the same thing on two lines, as on two days', () => {
    const goods = pickGoods([
      {
        ...{ number: 7, fulfilment: 'on-site' },
        lines: [line('客房', 1, { date: '2026-12-01' }), line('客房', 2, { date: '2026-12-02' })],
      },
    ])
    expect(goods).toMatchObject([{ quantity: 3, orders: [7] }])
  })

  it('has the same sum as its orders, whatever they are', () => {
    const orders = fc.array(
      fc.record({
        number: fc.integer({ min: 1, max: 999 }),
        fulfilment: fc.constantFrom('local', 'pickup', 'courier', 'on-site'),
        lines: fc.array(
          fc
            .tuple(fc.constantFrom('核桃', '蜂蜜', '木耳'), fc.integer({ min: 1, max: 999 }))
            .map(([name, quantity]) => line(name, quantity)),
          { maxLength: 5 },
        ),
      }),
      { maxLength: 30 },
    )
    fc.assert(
      fc.property(orders, (all) => {
        const total = all.flatMap(({ lines }) => lines).reduce((sum, { quantity }) => sum + quantity, 0)
        const picked = pickingList(all as Parameters<typeof pickingList>[0]).flatMap(({ goods }) => goods)
        expect(picked.reduce((sum, { quantity }) => sum + quantity, 0)).toBe(total)
      }),
    )
  })
})

describe('a picking list of orders for several days', () => {
  it('has a group for each slot, mornings before afternoons', () => {
    const order = (number: number, slot?: Slot): Parameters<typeof pickingList>[0][number] => ({
      number,
      fulfilment: 'local',
      lines: [line('核桃', number)],
      ...(slot ? { slot } : {}),
    })
    const list = pickingList([
      order(1, { day: '2026-11-27', part: 'morning' }),
      order(2, { day: '2026-11-26', part: 'afternoon' }),
      order(3, { day: '2026-11-26', part: 'morning' }),
      order(4),
      order(5, { day: '2026-11-26', part: 'afternoon' }),
    ])
    expect(list.map(({ slot, goods }) => [slot?.day, slot?.part, goods[0]?.quantity])).toEqual([
      [undefined, undefined, 4],
      ['2026-11-26', 'morning', 3],
      ['2026-11-26', 'afternoon', 7],
      ['2026-11-27', 'morning', 1],
    ])
  })
})
