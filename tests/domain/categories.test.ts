import { orderCategories } from '@/domain/categories'

describe('orderCategories', () => {
  it('follows the order and appends the categories that are not in it', () => {
    expect(orderCategories(['干货', '新鲜', '酒'], ['酒', '没有了', '干货'])).toEqual(['酒', '干货', '新鲜'])
  })

  it('leaves categories without an order as they are', () => {
    expect(orderCategories(['新鲜', '干货'])).toEqual(['新鲜', '干货'])
  })
})
