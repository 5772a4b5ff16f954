import fc from 'fast-check'
import type { GroupBuy } from '@/domain/group-buy/group-buy'
import type { Entry } from '@/domain/group-buy/hand-out'
import { chatList } from '@/features/group-buys/owner/chat-texts'
import { readChatList } from '../../../../server/modules/group-buys/chat-list/read-chat-list'

const walnuts = { skuId: 'H', productName: '核桃', unit: '斤' }
const pepper = { skuId: 'J', productName: '大红袍花椒', unit: '包' }
const honey = { skuId: 'M', productName: '土蜂蜜', label: '大瓶', unit: '瓶' }
const all = { goods: [walnuts, pepper, honey], points: [] }
const one = { goods: [walnuts], points: [] }
const gates = [
  { id: 'A', name: '学校门口' },
  { id: 'B', name: '服务站' },
]

/** A line in short: number, name and goods, with `?` when it is doubtful. */
const brief = (text: string, context: Parameters<typeof readChatList>[1] = all) =>
  readChatList(text, context).entries.map(({ kind, number, name, lines, doubts }) =>
    [
      ...(kind === 'cancel' ? ['-'] : []),
      ...(number === undefined ? [] : [number]),
      ...(name === undefined ? [] : [name]),
      ...lines.map(({ skuId, quantity }) => `${skuId}${quantity}`),
      ...(doubts.length > 0 ? ['?'] : []),
    ].join(' '),
  )

const quantity = fc.integer({ min: 1, max: 999 })
const entry = fc.record({
  name: fc.constantFrom('王婶', '李姐', '赵叔', '小张妈妈'),
  state: fc.constant('placed'),
  lines: fc.oneof(
    quantity.map((count) => [{ skuId: 'H', quantity: count }]),
    fc.tuple(quantity, quantity).map(([first, second]) => [
      { skuId: 'H', quantity: first },
      { skuId: 'J', quantity: second },
    ]),
  ),
})

describe('readChatList', () => {
  it.each([
    ['1. 王婶 核桃2斤', '1 王婶 H2'],
    ['1、王婶 核桃两斤', '1 王婶 H2'],
    ['１）王婶 核桃２斤', '1 王婶 H2'],
    ['1️⃣王婶 核桃2斤', '1 王婶 H2'],
    ['①王婶 核桃2斤', '1 王婶 H2'],
    ['12. 李姐 核桃十二斤', '12 李姐 H12'],
    ['王婶：核桃2斤', '王婶 H2'],
    ['王婶核桃2斤', '王婶 H2'],
    ['核桃2斤 王婶', '王婶 H2'],
    ['3. 302室 花椒1包', '3 302室 J1'],
    ['4. 小张妈妈 2斤核桃 1包花椒', '4 小张妈妈 H2 J1'],
    ['5. 王婶 核桃3斤，花椒两包，蜂蜜1瓶', '5 王婶 H3 J2 M1'],
    ['6. 王婶 ht2斤', '6 王婶 H2'],
    ['7. 王婶 核桃x2', '7 王婶 H2'],
    ['8. 王婶 核桃一公斤', '8 王婶 H2'],
    ['9. 王婶 13800000001 核桃2斤', '9 王婶 H2'],
    ['10. 王婶 大红袍 3份', '10 王婶 J3'],
  ])('reads %s', (text, expected) => {
    expect(brief(text)).toEqual([expected])
  })

  it.each([
    ['1. 王婶 核桃半斤', '1 王婶 H1 ?'],
    ['1. 王婶 核桃一斤半', '1 王婶 H1 ?'],
    ['1. 王婶 +1', '1 王婶 ?'],
    ['1. 王婶 苹果3斤', '1 王婶苹果 ?'],
    ['1. 王婶 核桃', '1 王婶 H1 ?'],
    ['1. 王婶 核桃2斤 苹果3斤', '1 王婶 H2 ?'],
    ['1. 王婶 不要核桃 花椒1包', '1 王婶 H1 J1 ?'],
    ['1. 王婶 核桃2斤或者3斤', '1 王婶 H2 ?'],
    ['核桃哥 核桃2斤', '哥 H1 ?'],
  ])('is in doubt about %s', (text) => {
    expect(brief(text)[0]).toMatch(/\?$/)
  })

  it('reads +1 where one thing is on offer', () => {
    expect(brief('1. 王婶 +1\n2. 李姐 +3', one)).toEqual(['1 王婶 H1', '2 李姐 H3'])
  })

  it('replaces a number that appears again, and names what was cancelled', () => {
    expect(brief('1. 王婶 核桃2斤\n2. 李姐 核桃1斤\n1. 王婶 核桃5斤\n2. 李姐 取消')).toEqual([
      '1 王婶 H5',
      '- 2 李姐',
    ])
  })

  it('takes the goods of the line above for 同上', () => {
    expect(brief('1. 王婶 核桃2斤 花椒1包\n2. 李姐 同上')).toEqual(['1 王婶 H2 J1', '2 李姐 H2 J1'])
  })

  it('reads phones and pickup points, and asks for the point where there are several', () => {
    const context = { goods: [walnuts], points: gates }
    const { entries } = readChatList('1. 王婶 138 0000 0001 核桃2斤 学校门口\n2. 李姐 核桃1斤', context)
    expect(entries[0]).toMatchObject({ phone: '13800000001', pointId: 'A', doubts: [] })
    expect(entries[1]).toMatchObject({ doubts: ['which-point'] })
  })

  it('leaves headlines, examples and words of the chat apart', () => {
    const { entries, other } = readChatList(
      '#接龙\n周六送到学校门口\n\n例 王婶 核桃2斤\n1. 李姐 核桃2斤',
      all,
    )
    expect(entries).toHaveLength(1)
    expect(other.map(({ line }) => line)).toEqual([0, 1, 3])
  })

  it('reads a long hostile text line by line', () => {
    const text = Array.from({ length: 500 }, (_, at) => `${at}. ${'核桃+'.repeat(8)}${'1'.repeat(20)}`).join(
      '\n',
    )
    const { entries, other } = readChatList(text, all)
    expect(entries.length + other.length).toBe(500)
    expect(entries.every(({ doubts }) => doubts.length > 0)).toBe(true)
  })

  it('reads back what it wrote', () => {
    const goods = [walnuts, pepper]
    fc.assert(
      fc.property(fc.array(entry, { minLength: 1, maxLength: 20 }), (written) => {
        const groupBuy = { goods: goods.map(({ skuId, productName: name, unit }) => ({ skuId, name, unit })) }
        const entries = written.map((one, at) => ({ ...one, number: at + 1 }))
        const text = chatList({ ...groupBuy, words: '周六送' } as GroupBuy, entries as Entry[])
        const read = readChatList(text, { goods, points: [] }).entries
        expect(read.map(({ number, name, lines, doubts }) => ({ number, name, lines, doubts }))).toEqual(
          entries.map(({ number, name, lines }) => ({
            number,
            name: `${name.charAt(0)}**`,
            lines,
            doubts: [],
          })),
        )
      }),
    )
  })
})
