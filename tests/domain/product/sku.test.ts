import fc from 'fast-check'
import { isSoldOut, leadSku, type Product, totalStock } from '@/domain/product/product'
import type { Sku } from '@/domain/product/sku'
import { forAll } from '../../support/for-all'

const productOf = (skus: Sku[]): Product => ({
  id: '01J00000000000000000000000',
  version: 1,
  name: '核桃',
  unit: '斤',
  photos: [],
  skus,
  onSale: true,
  createdAt: 0,
})

const anySkus = fc.array(
  fc.record({ id: fc.uuid(), price: fc.integer({ min: 1, max: 1000 }), stock: fc.nat(3) }),
  { minLength: 1, maxLength: 6 },
)

describe('sku list of a product', () => {
  it('leads with the cheapest available sku, or with the cheapest when all are sold out', () => {
    const [dear, cheap] = [
      { id: 'dear', price: 900, stock: 2 },
      { id: 'cheap', price: 100, stock: 0 },
    ]
    expect(leadSku(productOf([dear, cheap]))?.id).toBe('dear')
    expect(leadSku(productOf([{ ...dear, stock: 0 }, cheap]))?.id).toBe('cheap')
  })

  it('has no lead and counts as sold out when it is empty', () => {
    expect(leadSku(productOf([]))).toBeUndefined()
    expect(isSoldOut(productOf([]))).toBe(true)
  })

  it('never contains an available sku cheaper than the lead', () =>
    forAll(anySkus, (skus) => {
      const lead = leadSku(productOf(skus))
      const rivals = skus.filter((sku) => sku.stock > 0 || isSoldOut(productOf(skus)))
      for (const rival of rivals) expect(lead?.price ?? Number.NaN).toBeLessThanOrEqual(rival.price)
    }))

  it('keeps its order when the lead is looked up', () => {
    const skus = [
      { id: 'b', price: 2, stock: 1 },
      { id: 'a', price: 1, stock: 1 },
    ]
    leadSku(productOf(skus))
    expect(skus.map(({ id }) => id)).toEqual(['b', 'a'])
  })

  it('is sold out exactly when every stock is zero', () =>
    forAll(anySkus, (skus) => {
      expect(isSoldOut(productOf(skus))).toBe(skus.every(({ stock }) => stock === 0))
      expect(totalStock(productOf(skus))).toBe(skus.reduce((sum, { stock }) => sum + stock, 0))
    }))
})
