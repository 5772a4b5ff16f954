import fc from 'fast-check'
import { MAX_FEN } from '@/domain/money'
import { MAX_STOCK } from '@/domain/product/sku'
import {
  draftFromProduct,
  emptyDraft,
  matchesProductBody,
  rebaseDraft,
  toProductBody,
  validateProductDraft,
} from '@/features/products/form/product-draft'
import { product, productId, skuId } from './sample-products'

const fresh = () => emptyDraft(productId, skuId, '斤')
const typed = (price: string, stock = '5') => {
  const draft = fresh()
  return { ...draft, name: '核桃', skus: draft.skus.map((sku) => ({ ...sku, price, stock })) }
}

describe('product draft', () => {
  it('requires a name and a price when new', () => {
    expect(validateProductDraft(fresh())).toEqual({ name: true, skus: { [skuId]: ['price'] } })
  })

  it.each([
    ['25', []],
    ['25.5', []],
    ['0', ['noPrice']],
    ['', ['price']],
    ['二十', ['price']],
    ['1.234', ['price']],
  ])('reports for the price %p the errors %p', (price, errors) => {
    expect(validateProductDraft(typed(price)).skus[skuId]).toEqual(errors)
  })

  it.each(['', '-1', '1.5', '99999999', '很多'])('rejects the stock %p', (stock) => {
    expect(validateProductDraft(typed('25', stock)).skus[skuId]).toEqual(['stock'])
  })

  it('requires distinct names for several skus', () => {
    const draft = typed('25')
    const [sku] = draft.skus
    const two = {
      ...draft,
      skus: [...draft.skus, { ...sku, id: 'other', label: '', price: '30', stock: '1' }],
    }
    expect(validateProductDraft(two).skus).toEqual({ [skuId]: ['label'], other: ['label'] })
    const named = { ...two, skus: two.skus.map((one, i) => ({ ...one, label: i === 0 ? '大袋' : '小袋' })) }
    expect(validateProductDraft(named)).toEqual({ skus: { [skuId]: [], other: [] } })
  })

  it('is sent in fen with the weight of its unit', () => {
    expect(toProductBody({ ...typed('25.5'), name: ' 核桃 ', note: ' ' })).toEqual({
      version: 0,
      name: '核桃',
      unit: '斤',
      photos: [],
      skus: [{ id: skuId, price: 2550, stock: 5, weight: 500 }],
      onSale: true,
    })
  })

  it('sends the weight of another unit, or none', () => {
    const weights = ['斤', '箱', '两'].map(
      (unit) => toProductBody({ ...draftFromProduct(product()), unit }).skus[0]?.weight,
    )
    expect(weights).toEqual([500, undefined, 50])
  })

  it('sends an untouched product unchanged', () => {
    const amount = fc.integer({ min: 1, max: MAX_FEN })
    fc.assert(
      fc.property(amount, fc.nat(MAX_STOCK), fc.boolean(), (price, stock, onSale) => {
        const one = product({ onSale, skus: [{ id: skuId, price, stock, weight: 500 }] })
        expect(matchesProductBody(one, toProductBody(draftFromProduct(one)))).toBe(true)
      }),
    )
  })

  it('ignores a changed stock but no other change when compared', () => {
    const body = toProductBody(draftFromProduct(product()))
    expect(
      matchesProductBody(product({ skus: [{ id: skuId, price: 2500, stock: 1, weight: 500 }] }), body),
    ).toBe(true)
    expect(matchesProductBody(product({ name: '花椒' }), body)).toBe(false)
    expect(matchesProductBody(product({ onSale: false }), body)).toBe(false)
    expect(
      matchesProductBody(product({ skus: [{ id: skuId, price: 2600, stock: 10, weight: 500 }] }), body),
    ).toBe(false)
  })

  it('is rebased onto the stored version and stock', () => {
    const mine = { ...draftFromProduct(product()), name: '薄皮核桃' }
    const theirs = product({ version: 9, skus: [{ id: skuId, price: 2600, stock: 4, weight: 500 }] })
    const body = toProductBody(rebaseDraft(mine, theirs))
    expect(body).toMatchObject({ version: 9, name: '薄皮核桃', skus: [{ price: 2500, stock: 4 }] })
  })
})
