import { goodsLabel } from '@/templates/goods/goods-label'
import { visibleProducts } from '@/templates/goods/visible-products'
import { findFeatured } from '@/templates/sections/featured-product/featured'
import { sampleProduct } from './sample-shop'

const none = [{ id: 'none', price: 100, stock: 0 }]
const hidden = sampleProduct(1, { onSale: false, category: '藏' })
const out = sampleProduct(2, { skus: none, category: '干货' })
const nuts = sampleProduct(3, { category: '干货' })
const honey = sampleProduct(4, { category: '蜂蜜' })
const all = [hidden, out, nuts, honey]
const every = { category: null, soldOut: 'last', claimed: [], more: false } as const

describe('visibleProducts', () => {
  it('omits products that are not on sale and places sold-out ones as configured', () => {
    expect(visibleProducts(all, every)).toEqual([nuts, honey, out])
    expect(visibleProducts(all, { ...every, soldOut: 'in-place' })).toEqual([out, nuts, honey])
    expect(visibleProducts(all, { ...every, soldOut: 'hidden' })).toEqual([nuts, honey])
  })

  it('omits trailing sold-out products while more pages are to be read', () => {
    expect(visibleProducts(all, { ...every, more: true })).toEqual([nuts, honey])
    expect(visibleProducts(all, { ...every, more: true, soldOut: 'in-place' })).toEqual([out, nuts, honey])
  })

  it('filters by category and omits claimed products', () => {
    expect(visibleProducts(all, { ...every, category: '干货' })).toEqual([nuts, out])
    expect(visibleProducts(all, { ...every, claimed: [nuts.id] })).toEqual([honey, out])
  })
})

describe('findFeatured', () => {
  it('returns the chosen product, else the first available, else the first on sale', () => {
    expect(findFeatured(honey.id, all)).toBe(honey)
    expect(findFeatured(hidden.id, all)).toBe(nuts)
    expect(findFeatured('', all)).toBe(nuts)
    expect(findFeatured('', [hidden, out])).toBe(out)
    expect(findFeatured('', [hidden])).toBeUndefined()
  })
})

describe('goodsLabel', () => {
  const photo = { id: 'photo', hash: 'a'.repeat(16), width: 1, height: 1 }

  it('contains the name and the price', () => {
    expect(goodsLabel(sampleProduct(1, { photos: [photo] }))).toBe('样品1号，25元一斤')
  })

  it('begins with the words of the missing photo', () => {
    expect(goodsLabel(sampleProduct(1))).toMatch(/^没有照片，样品1号，/u)
  })

  it('does not mention a photo when a drawing of the product replaces it', () => {
    expect(goodsLabel(sampleProduct(1, { name: '土蜂蜜' }))).toMatch(/^土蜂蜜，/u)
  })
})
