import { goodsDrawing, shopDrawing } from '@/domain/goods-drawing'

describe('goodsDrawing', () => {
  it.each([
    ['成县土蜂蜜', 'honey'],
    ['槐花蜜', 'honey'],
    ['成县脆甜苹果', 'fruit'],
    ['薄皮核桃', 'nuts'],
    ['石磨面粉', 'grain'],
    ['散养土鸡蛋', 'eggs-meat'],
    ['安静农家房', 'inn'],
    ['切片党参', 'herbs'],
    ['绣花鞋垫', 'handicraft'],
  ] as const)('of %s is that of %s', (goods, drawing) => {
    expect(goodsDrawing(goods)).toBe(drawing)
  })

  it.each(['水蜜桃子', '成县樱桃', '花椒', '腊肉', '蛋糕', '洋芋', '日用百货', ''])(
    'of %s is none, as no drawing shows it',
    (goods) => {
      expect(goodsDrawing(goods)).toBeUndefined()
    },
  )
})

describe('shopDrawing', () => {
  it('shows the first of its goods that is drawn', () => {
    expect(shopDrawing(['花椒', '土蜂蜜', '核桃'])).toBe('honey')
  })

  it('is a shop front where none is', () => {
    expect(shopDrawing(['花椒'])).toBe('plain')
    expect(shopDrawing([])).toBe('plain')
  })
})
