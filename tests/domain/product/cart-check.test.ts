import { type CartItem, cartItem, checkCart } from '@/domain/product/cart-check'
import type { Product } from '@/domain/product/product'

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
  checkCart(items, () => product, today).map(({ issue, quantity, price, priceWas }) => ({
    issue,
    quantity,
    price,
    priceWas,
  }))

describe('checkCart', () => {
  it('reports no issue for a line whose product is unchanged', () => {
    expect(check([item])).toEqual([{ issue: undefined, quantity: 2, price: 2500, priceWas: undefined }])
  })

  it('uses the current price and reports the previous one', () => {
    expect(check([{ ...item, price: 2000 }])).toEqual([
      { issue: undefined, quantity: 2, price: 2500, priceWas: 2000 },
    ])
  })

  it('reduces a quantity to the remaining stock', () => {
    expect(check([{ ...item, quantity: 12 }])[0]).toMatchObject({ issue: 'short', quantity: 10 })
  })

  it('sets the quantity to zero for a product that is sold out, missing or not on sale', () => {
    expect(check([{ ...item, skuId: 'S2' }])[0]).toMatchObject({ issue: 'sold-out', quantity: 0 })
    expect(check([{ ...item, skuId: 'S3' }])[0]).toMatchObject({ issue: 'gone', quantity: 0 })
    expect(check([item], null)[0]).toMatchObject({ issue: 'gone', quantity: 0, price: 2500 })
    expect(check([item], { ...nuts, onSale: false })[0]).toMatchObject({ issue: 'gone', quantity: 0 })
  })

  it('leaves a line unchanged when its product is not loaded', () => {
    const [line] = checkCart([item], () => undefined, today)
    expect(line).toMatchObject({ quantity: 2, price: 2500 })
    expect(line?.issue).toBeUndefined()
  })

  it('shares one stock among the days of a sku in line order and rejects a past day', () => {
    const lines = check([
      { ...item, quantity: 5, date: '2026-11-24' },
      { ...item, quantity: 8, date: '2026-11-27' },
      { ...item, quantity: 8, date: '2026-11-28' },
      { ...item, quantity: 8, date: '2026-11-29' },
    ])
    expect(lines.map((line) => [line.issue, line.quantity])).toEqual([
      ['past-day', 0],
      [undefined, 8],
      ['short', 2],
      ['sold-out', 0],
    ])
  })

  it('builds a cart item from a product and one of its skus', () => {
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
})
