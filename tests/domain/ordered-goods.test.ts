import { lessOrdered, sameGoods } from '@/domain/ordered-goods'

test('what was ordered leaves a cart, and nothing else', () => {
  const cart = [
    { skuId: 'a', quantity: 3 },
    { skuId: 'b', quantity: 1 },
  ]
  expect(lessOrdered(cart, [{ skuId: 'a', quantity: 2 }])).toEqual([
    { skuId: 'a', quantity: 1 },
    { skuId: 'b', quantity: 1 },
  ])
  expect(lessOrdered(cart, cart)).toEqual([])
  // she has taken some out since
  expect(lessOrdered(cart, [{ skuId: 'b', quantity: 5 }])).toEqual([{ skuId: 'a', quantity: 3 }])
  expect(lessOrdered(cart, [{ skuId: 'c', quantity: 5 }])).toEqual(cart)
})

test('a day that the checkout gave or left out is no other line, another day is', () => {
  const anyDay = { skuId: 'room', quantity: 1 }
  const friday = { skuId: 'room', date: '2026-11-27', quantity: 1 }
  const saturday = { skuId: 'room', date: '2026-11-28', quantity: 1 }
  expect(lessOrdered([friday, anyDay], [saturday])).toEqual([friday])
  expect(lessOrdered([anyDay, friday], [friday])).toEqual([anyDay])
  expect(lessOrdered([friday, saturday], [anyDay])).toEqual([saturday])
  expect(lessOrdered([friday], [saturday])).toEqual([friday])
})

test('two carts hold the same goods whatever their lines and days', () => {
  const friday = { skuId: 'room', date: '2026-11-27', quantity: 1 }
  expect(sameGoods([friday, { skuId: 'room', quantity: 1 }], [{ skuId: 'room', quantity: 2 }])).toBe(true)
  expect(sameGoods([friday], [{ skuId: 'room', quantity: 2 }])).toBe(false)
  expect(sameGoods([friday], [])).toBe(false)
  expect(sameGoods([], [friday])).toBe(false)
})
