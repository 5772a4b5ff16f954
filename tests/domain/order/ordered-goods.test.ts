import { hasSameGoods, removeOrdered } from '@/domain/order/ordered-goods'

describe('ordered goods', () => {
  it('subtracts ordered goods from a cart without touching other lines', () => {
    const cart = [
      { skuId: 'a', quantity: 3 },
      { skuId: 'b', quantity: 1 },
    ]
    expect(removeOrdered(cart, [{ skuId: 'a', quantity: 2 }])).toEqual([
      { skuId: 'a', quantity: 1 },
      { skuId: 'b', quantity: 1 },
    ])
    expect(removeOrdered(cart, cart)).toEqual([])
    // the cart was reduced after the order
    expect(removeOrdered(cart, [{ skuId: 'b', quantity: 5 }])).toEqual([{ skuId: 'a', quantity: 3 }])
    expect(removeOrdered(cart, [{ skuId: 'c', quantity: 5 }])).toEqual(cart)
  })

  it('matches ordered goods to a cart line of the same date or without one, but not of another date', () => {
    const anyDay = { skuId: 'room', quantity: 1 }
    const friday = { skuId: 'room', date: '2026-11-27', quantity: 1 }
    const saturday = { skuId: 'room', date: '2026-11-28', quantity: 1 }
    expect(removeOrdered([friday, anyDay], [saturday])).toEqual([friday])
    expect(removeOrdered([anyDay, friday], [friday])).toEqual([anyDay])
    expect(removeOrdered([friday, saturday], [anyDay])).toEqual([saturday])
    expect(removeOrdered([friday], [saturday])).toEqual([friday])
  })

  it('counts two carts as the same goods when the quantities per sku and date match', () => {
    const friday = { skuId: 'room', date: '2026-11-27', quantity: 1 }
    expect(hasSameGoods([friday, { skuId: 'room', quantity: 1 }], [{ skuId: 'room', quantity: 2 }])).toBe(
      true,
    )
    expect(hasSameGoods([friday], [{ skuId: 'room', quantity: 2 }])).toBe(false)
    expect(hasSameGoods([friday], [])).toBe(false)
    expect(hasSameGoods([], [friday])).toBe(false)
  })
})
