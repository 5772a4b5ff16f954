import { goodsDrawing, shopDrawing } from '@/domain/look/goods-drawing'

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
  ] as const)('maps %s to the drawing %s', (goods, drawing) => {
    expect(goodsDrawing(goods)).toBe(drawing)
  })

  it.each(['水蜜桃子', '成县樱桃', '花椒', '腊肉', '蛋糕', '洋芋', '日用百货', ''])(
    'returns no drawing for %s',
    (goods) => {
      expect(goodsDrawing(goods)).toBeUndefined()
    },
  )
})

describe('shopDrawing', () => {
  it('returns the drawing of the first product that has one', () => {
    expect(shopDrawing(['花椒', '土蜂蜜', '核桃'])).toBe('honey')
  })

  it('returns the shop front when no product has a drawing', () => {
    expect(shopDrawing(['花椒'])).toBe('plain')
    expect(shopDrawing([])).toBe('plain')
  })
})
