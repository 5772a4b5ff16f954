import { categoriesOf, orderCategories } from '@/domain/product/categories'

describe('orderCategories', () => {
  it('follows the order and appends the categories that are not in it', () => {
    expect(orderCategories(['干货', '新鲜', '酒'], ['酒', '没有了', '干货'])).toEqual(['酒', '干货', '新鲜'])
  })

  it('leaves categories without an order as they are', () => {
    expect(orderCategories(['新鲜', '干货'])).toEqual(['新鲜', '干货'])
  })
})

describe('categoriesOf', () => {
  const products = [
    { onSale: false, category: '藏' },
    { onSale: true, category: '干货' },
    { onSale: true },
    { onSale: true, category: '蜂蜜' },
    { onSale: true, category: '干货' },
  ]

  it('lists each category of the products on sale once, in their order', () => {
    expect(categoriesOf(products, {})).toEqual(['干货', '蜂蜜'])
  })

  it('follows the seller’s order and leaves out categories without products', () => {
    expect(categoriesOf(products, { categories: ['没有了', '蜂蜜'] })).toEqual(['蜂蜜', '干货'])
  })
})
