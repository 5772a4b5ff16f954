import type { GroupBuyInput } from '@/domain/group-buy/group-buy'
import type { Fen } from '@/domain/money'
import type { DemoShop } from './shops'

/** An entry of a demo group buy: quantities by the index of its goods. Its buyer is the one of that index in the demo world. */
interface DemoEntry {
  buyer: number
  name: string
  quantities: Record<number, number>
  point: number
  anonymous?: boolean
  note?: string
  /** Handed out, and its money received, in cash unless by a code. */
  handedOut?: 'cash' | 'code'
}

/** A group buy of the demo world. Times are in hours before its start; `goods` name a product of the shop by its index. */
export interface DemoGroupBuy {
  shop: DemoShop['key']
  words: string
  goods: { good: number; price?: Fen; maxPerPerson?: number; max?: number }[]
  points: { name: string; when: string }[]
  minimum?: GroupBuyInput['minimum']
  publishedHoursAgo: number
  /** Negative while it is open. */
  endsHoursAgo: number
  entries: DemoEntry[]
}

const GATE = { name: '学校门口', when: '周六上午 9 点到 11 点' }
const STATION = { name: '沙坝镇服务站', when: '周六下午 4 点以后' }

const handedOut = { cash: { handedOut: 'cash' }, code: { handedOut: 'code' }, no: {} } as const

const entry = (
  buyer: number,
  name: string,
  point: number,
  quantities: Record<number, number>,
  more: Partial<DemoEntry> = {},
): DemoEntry => ({ buyer, name, point, quantities, ...more })

/** One group buy that is open, one that fell short of its minimum, and one of which half is handed out. */
export const demoGroupBuys: DemoGroupBuy[] = [
  {
    shop: 'orchard',
    words: '上周的葡萄和槐花蜜，周六来取',
    goods: [
      { good: 3, price: 700, maxPerPerson: 10 },
      { good: 4, price: 4200, maxPerPerson: 5 },
    ],
    points: [GATE, STATION],
    publishedHoursAgo: 96,
    endsHoursAgo: 26,
    entries: [
      entry(4, '邻居一', 0, { 0: 3 }, handedOut.cash),
      entry(5, '邻居二', 0, { 1: 1 }, handedOut.code),
      entry(6, '学员一', 1, { 0: 2, 1: 1 }, handedOut.cash),
      entry(7, '收货人五', 1, { 0: 4 }, { ...handedOut.code, anonymous: true }),
      entry(8, '邻居三', 0, { 0: 2 }),
      entry(9, '学员二', 1, { 1: 2 }, { note: '晚一点到' }),
      entry(10, '邻居四', 0, { 0: 5 }),
    ],
  },
  {
    shop: 'orchard',
    words: '水蜜桃凑够三十斤就摘',
    goods: [{ good: 2, price: 500, maxPerPerson: 10 }],
    points: [GATE],
    minimum: { kind: 'units', value: 30 },
    publishedHoursAgo: 50,
    endsHoursAgo: 2,
    entries: [
      entry(11, '邻居五', 0, { 0: 5 }),
      entry(12, '学员三', 0, { 0: 3 }),
      entry(13, '邻居六', 0, { 0: 6 }),
      entry(14, '收货人六', 0, { 0: 4 }, { anonymous: true }),
    ],
  },
  {
    shop: 'orchard',
    words: '周六早上送到学校门口，苹果刚下树，要的接龙',
    goods: [
      { good: 0, price: 4600, maxPerPerson: 3, max: 30 },
      { good: 4, price: 4200, maxPerPerson: 5 },
    ],
    points: [GATE, STATION],
    minimum: { kind: 'entries', value: 10 },
    publishedHoursAgo: 20,
    endsHoursAgo: -58,
    entries: [
      entry(15, '邻居七', 0, { 0: 1 }),
      entry(16, '邻居八', 0, { 0: 2, 1: 1 }),
      entry(17, '学员四', 1, { 0: 1 }),
      entry(18, '收货人七', 1, { 1: 2 }, { anonymous: true }),
      entry(19, '邻居九', 0, { 0: 1 }, { note: '要大个的' }),
      entry(20, '学员五', 0, { 0: 3 }),
      entry(21, '邻居十', 1, { 0: 1, 1: 1 }),
    ],
  },
]
