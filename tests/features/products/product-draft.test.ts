import fc from 'fast-check'
import { MAX_FEN } from '@/domain/money'
import { MAX_STOCK } from '@/domain/sku'
import { bodyOf, draftOf, emptyDraft, faultsOf, isAsSent, rebased } from '@/features/products/product-draft'
import { product, productId, skuId } from './sample-products'

const fresh = () => emptyDraft(productId, skuId, '斤')
const typed = (price: string, stock = '5') => {
  const draft = fresh()
  return { ...draft, name: '核桃', skus: draft.skus.map((sku) => ({ ...sku, price, stock })) }
}

test('a fresh draft lacks a name and a price, nothing else', () => {
  expect(faultsOf(fresh())).toEqual({ name: true, skus: { [skuId]: ['price'] } })
})

test.each([
  ['25', []],
  ['25.5', []],
  ['0', ['noPrice']],
  ['', ['price']],
  ['二十', ['price']],
  ['1.234', ['price']],
])('the price %p is faulted with %p', (price, faults) => {
  expect(faultsOf(typed(price)).skus[skuId]).toEqual(faults)
})

test.each(['', '-1', '1.5', '99999999', '很多'])('the stock %p is none', (stock) => {
  expect(faultsOf(typed('25', stock)).skus[skuId]).toEqual(['stock'])
})

test('several skus need names of their own', () => {
  const draft = typed('25')
  const [sku] = draft.skus
  const two = { ...draft, skus: [...draft.skus, { ...sku, id: 'other', label: '', price: '30', stock: '1' }] }
  expect(faultsOf(two).skus).toEqual({ [skuId]: ['label'], other: ['label'] })
  const named = { ...two, skus: two.skus.map((one, i) => ({ ...one, label: i === 0 ? '大袋' : '小袋' })) }
  expect(faultsOf(named)).toEqual({ skus: { [skuId]: [], other: [] } })
})

test('what is typed is sent in fen, with the weight that its unit has', () => {
  expect(bodyOf({ ...typed('25.5'), name: ' 核桃 ', note: ' ' })).toEqual({
    version: 0,
    name: '核桃',
    unit: '斤',
    photos: [],
    skus: [{ id: skuId, price: 2550, stock: 5, weight: 500 }],
    onSale: true,
  })
})

test('another unit weighs differently, or nothing', () => {
  const weights = ['斤', '箱', '两'].map((unit) => bodyOf({ ...draftOf(product()), unit }).skus[0]?.weight)
  expect(weights).toEqual([500, undefined, 50])
})

test('a product that is opened and saved untouched is as it was', () => {
  const amount = fc.integer({ min: 1, max: MAX_FEN })
  fc.assert(
    fc.property(amount, fc.nat(MAX_STOCK), fc.boolean(), (price, stock, onSale) => {
      const one = product({ onSale, skus: [{ id: skuId, price, stock, weight: 500 }] })
      expect(isAsSent(one, bodyOf(draftOf(one)))).toBe(true)
    }),
  )
})

test('a sale meanwhile is no difference; any typed word is', () => {
  const body = bodyOf(draftOf(product()))
  expect(isAsSent(product({ skus: [{ id: skuId, price: 2500, stock: 1, weight: 500 }] }), body)).toBe(true)
  expect(isAsSent(product({ name: '花椒' }), body)).toBe(false)
  expect(isAsSent(product({ onSale: false }), body)).toBe(false)
  expect(isAsSent(product({ skus: [{ id: skuId, price: 2600, stock: 10, weight: 500 }] }), body)).toBe(false)
})

test('keeping mine stands on their version and their stock', () => {
  const mine = { ...draftOf(product()), name: '薄皮核桃' }
  const theirs = product({ version: 9, skus: [{ id: skuId, price: 2600, stock: 4, weight: 500 }] })
  const body = bodyOf(rebased(mine, theirs))
  expect(body).toMatchObject({ version: 9, name: '薄皮核桃', skus: [{ price: 2500, stock: 4 }] })
})
