import { goodsLabel } from '@/templates/goods/goods-label'
import { visibleProducts } from '@/templates/goods/visible-products'
import { categoriesOf } from '@/templates/sections/category-tabs/categories'
import { featuredOf } from '@/templates/sections/featured-product/featured'
import { sampleProduct } from './sample'

const none = [{ id: 'none', price: 100, stock: 0 }]
const hidden = sampleProduct(1, { onSale: false, category: '藏' })
const out = sampleProduct(2, { skus: none, category: '干货' })
const nuts = sampleProduct(3, { category: '干货' })
const honey = sampleProduct(4, { category: '蜂蜜' })
const all = [hidden, out, nuts, honey]
const every = { category: null, soldOut: 'last', claimed: [], more: false } as const

describe('visibleProducts', () => {
  test('what is not on sale is never shown, what is sold out goes where it is told', () => {
    expect(visibleProducts(all, every)).toEqual([nuts, honey, out])
    expect(visibleProducts(all, { ...every, soldOut: 'in-place' })).toEqual([out, nuts, honey])
    expect(visibleProducts(all, { ...every, soldOut: 'hidden' })).toEqual([nuts, honey])
  })

  test('while there are more to read, what is sold out and stands last waits for them', () => {
    expect(visibleProducts(all, { ...every, more: true })).toEqual([nuts, honey])
    expect(visibleProducts(all, { ...every, more: true, soldOut: 'in-place' })).toEqual([out, nuts, honey])
  })

  test('only the chosen category, without what stands elsewhere', () => {
    expect(visibleProducts(all, { ...every, category: '干货' })).toEqual([nuts, out])
    expect(visibleProducts(all, { ...every, claimed: [nuts.id] })).toEqual([honey, out])
  })
})

describe('featuredOf', () => {
  test('the chosen one, else the first that can be bought, else the first there is', () => {
    expect(featuredOf(honey.id, all)).toBe(honey)
    expect(featuredOf(hidden.id, all)).toBe(nuts)
    expect(featuredOf('', all)).toBe(nuts)
    expect(featuredOf('', [hidden, out])).toBe(out)
    expect(featuredOf('', [hidden])).toBeUndefined()
  })
})

test('categories come in the order of the goods on sale, each once', () => {
  expect(categoriesOf(all)).toEqual(['干货', '蜂蜜'])
})

describe('goodsLabel', () => {
  const photo = { id: 'photo', hash: 'a'.repeat(16), width: 1, height: 1 }

  test('says the name and the price', () => {
    expect(goodsLabel(sampleProduct(1, { photos: [photo] }))).toBe('样品1号，25元一斤')
  })

  test('begins with the words that stand on the picture where there is no photo', () => {
    expect(goodsLabel(sampleProduct(1))).toMatch(/^没有照片，样品1号，/u)
  })

  test('says nothing of a photo where a drawing of the same kind of goods stands in', () => {
    expect(goodsLabel(sampleProduct(1, { name: '土蜂蜜' }))).toMatch(/^土蜂蜜，/u)
  })
})
