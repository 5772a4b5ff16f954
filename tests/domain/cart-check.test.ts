import { type CartItem, cartItem, checkCart } from '@/domain/cart-check'
import type { Product } from '@/domain/sku'

const today = '2026-11-25'
const nuts: Product = {
  id: 'P1',
  version: 1,
  name: '核桃',
  unit: '斤',
  photos: [],
  skus: [
    { id: 'S1', price: 2500, stock: 10 },
    { id: 'S2', label: '大盒', price: 6000, stock: 0 },
  ],
  onSale: true,
  createdAt: 0,
}
const item: CartItem = { skuId: 'S1', productId: 'P1', name: '核桃', unit: '斤', price: 2500, quantity: 2 }
const check = (items: CartItem[], product: Product | null | undefined = nuts) =>
  checkCart(items, () => product, today).map(({ trouble, quantity, price, priceWas }) => ({
    trouble,
    quantity,
    price,
    priceWas,
  }))

test('a line that is as it was has nothing to say', () => {
  expect(check([item])).toEqual([{ trouble: undefined, quantity: 2, price: 2500, priceWas: undefined }])
})

test('another price is counted and said', () => {
  expect(check([{ ...item, price: 2000 }])).toEqual([
    { trouble: undefined, quantity: 2, price: 2500, priceWas: 2000 },
  ])
})

test('fewer left: as many as there are', () => {
  expect(check([{ ...item, quantity: 12 }])[0]).toMatchObject({ trouble: 'short', quantity: 10 })
})

test('sold out, gone, not on sale: none, and said', () => {
  expect(check([{ ...item, skuId: 'S2' }])[0]).toMatchObject({ trouble: 'sold-out', quantity: 0 })
  expect(check([{ ...item, skuId: 'S3' }])[0]).toMatchObject({ trouble: 'gone', quantity: 0 })
  expect(check([item], null)[0]).toMatchObject({ trouble: 'gone', quantity: 0, price: 2500 })
  expect(check([item], { ...nuts, onSale: false })[0]).toMatchObject({ trouble: 'gone', quantity: 0 })
})

test('what nobody knows yet stays as it was seen', () => {
  const [line] = checkCart([item], () => undefined, today)
  expect(line).toMatchObject({ quantity: 2, price: 2500 })
  expect(line?.trouble).toBeUndefined()
})

test('days share one stock, the earlier line first; a day that is over counts for nothing', () => {
  const lines = check([
    { ...item, quantity: 5, date: '2026-11-24' },
    { ...item, quantity: 8, date: '2026-11-27' },
    { ...item, quantity: 8, date: '2026-11-28' },
    { ...item, quantity: 8, date: '2026-11-29' },
  ])
  expect(lines.map((line) => [line.trouble, line.quantity])).toEqual([
    ['past-day', 0],
    [undefined, 8],
    ['short', 2],
    ['sold-out', 0],
  ])
})

test('an item carries what its product is called and costs', () => {
  const [, box] = nuts.skus
  expect(box && cartItem(nuts, box, 2, '2026-11-27')).toEqual({
    skuId: 'S2',
    productId: 'P1',
    name: '核桃',
    label: '大盒',
    unit: '斤',
    price: 6000,
    quantity: 2,
    date: '2026-11-27',
  })
})
