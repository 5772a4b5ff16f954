import { createWordList } from '../../../../server/modules/content/word-list'

const check = createWordList()

describe('createWordList', () => {
  it.each([
    ['本店有冰毒', 'risky', 'drugs'],
    ['冰 毒，要的来', 'risky', 'drugs'],
    ['六-合-彩', 'risky', 'gambling'],
    ['加微信付款便宜两块', 'review', 'payment'],
    ['本地野味', 'review', 'wildlife'],
  ] as const)('gives %s the verdict %s for %s', (text, verdict, label) => {
    expect(check(text)).toEqual({ verdict, label })
  })

  it.each([
    ...['搞笑气球', '干洗钱包', '预约炮仗', '支援交通', '应援交流', '验钞机识别假币'],
    ...['壁虎骨架模型', '穿山甲玩具', '千百家乐园', '手枪腿', '象牙芒'],
  ])('does not hide the honest text %s', (text) => {
    expect(check(text)?.verdict).not.toBe('risky')
  })

  it.each(['薄皮核桃', '手工挂面', '土蜂蜜', '花椒', '一箱十斤，坏果包赔', '火麻仁'])(
    'finds no word in %s',
    (text) => {
      expect(check(text)).toBeUndefined()
    },
  )

  it('reads honest words that contain a doubtful one as doubtful only', () => {
    expect(check('手枪腿')).toEqual({ verdict: 'review', label: 'weapons' })
  })

  it('prefers a risky word to a doubtful one', () => {
    expect(check('野味和犀牛角')).toEqual({ verdict: 'risky', label: 'wildlife' })
  })

  it('also knows the words of an operator, in any width', () => {
    const own = createWordList({ risky: ['ＡＢＣ药'], doubtful: [] })
    expect(own('abc 药')).toEqual({ verdict: 'risky', label: 'own' })
  })
})
