import { shopWords } from '@/locales/shop/shop'

describe('defaultName', () => {
  it.each([
    ['成县核桃', '成县核桃小店'],
    ['老王家手工晾晒的薄皮核桃（今年新下来的）', '老王家手工晾晒的薄皮核桃小店'],
    ['土蜂蜜，今年新割的', '土蜂蜜小店'],
    ['（自家）腊肉', '（自家）腊肉小店'],
    ['核桃(5斤装)', '核桃小店'],
    ['一二三四五六七八九十一二三四五六七八九十', '一二三四五六七八九十一二三四五六七八小店'],
    ['成县脆甜新摘苹果', '成县苹果小店'],
    ['新摘的樱桃', '樱桃小店'],
    ['现摘', '现摘小店'],
    ['自家小店', '自家小店'],
    ['老街小店的核桃', '老街的核桃小店'],
    ['日用百货店', '日用百货店'],
    ['', '小店'],
  ])('names a shop that sells %s %s', (product, name) => {
    expect(shopWords.defaultName(product)).toBe(name)
    expect(Array.from(name).length).toBeLessThanOrEqual(20)
  })
})
