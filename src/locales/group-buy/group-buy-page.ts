import type { Failure } from '@/domain/failure'
import { type GroupBuy, type GroupBuyState, priceOf } from '@/domain/group-buy/group-buy'
import { formatPrice } from '@/domain/money'
import { failureWords } from '../failure'
import { momentWords } from '../time'
import { translated } from '../translation'

const yuan = (fen: number) => `¥${formatPrice(fen)}`

const units = { entries: '人', units: '份', amount: '元' } as const

/** "12 人", "30 份" or "500 元". */
const amountOf = (kind: keyof typeof units, value: number): string =>
  `${kind === 'amount' ? formatPrice(value) : value} ${units[kind]}`

const ended: Record<Exclude<GroupBuyState, 'draft' | 'open'>, string> = {
  short: '到点了，还没凑够，等店家定',
  closed: '已经截止，接龙成了',
  cancelled: '这个接龙取消了',
}

/** The state of a group buy in one line: until when, or how it ended. */
const stateOf = ({ state, endsAt }: Pick<GroupBuy, 'state' | 'endsAt'>, now: number): string => {
  if (state !== 'open') return state === 'draft' ? '还没发布' : ended[state]
  return now < endsAt ? `${momentWords(endsAt, now)} 截止` : '到点了，正在截止'
}

/** The page of a group buy, for buyers. */
export const groupBuyPageWords = translated('groupBuyPageWords', {
  title: '接龙',
  state: stateOf,
  joined: (entries: number) => (entries === 0 ? '还没有人接，您来第一个' : `已有 ${entries} 人接龙`),
  minimum: ({ kind, value }: NonNullable<GroupBuy['minimum']>, missing: number) =>
    missing > 0 ? `满 ${amountOf(kind, value)} 成团，还差 ${amountOf(kind, missing)}` : '已经凑够，能成团',
  left: (left: number, unit: string) => (left > 0 ? `还剩 ${left} ${unit}` : '没有了'),
  most: (most: number, unit: string) => `每人最多 ${most} ${unit}`,
  was: (fen: number) => `原来卖 ${yuan(fen)}`,
  where: '在哪取',
  entries: '接龙名单',
  anonymous: '匿名',
  mine: (number: number) => `我是第 ${number} 号`,
  change: '改一改',
  leave: '不要了',
  leaveAsk: { title: '真的不要了？', text: '这一号就空出来，想要还能再接。', yes: '不要了', no: '再想想' },
  like: '跟上次一样',
  join: '接龙',
  joinFor: (total: number) => `接龙 ${yuan(total)}`,
  changeFor: (total: number) => `改成 ${yuan(total)}`,
  sending: '正在报名…',
  choose: '先选要几份',
  sheet: '报个名',
  how: '怎么拿',
  pay: '怎么付钱',
  payLater: '截止以后再付，一天之内',
  more: '更多',
  less: '收起',
  hide: '名单上不写我的姓',
  note: '想说的话',
  pointMissing: '选一个取货的地方',
  methodMissing: '店家还没设好怎么收钱，打个电话问问',
  onlyInApp: '点下面“前往小程序”，就能接龙',
  understood: '知道了',
  waiting: '还没发出去，有网就接着发，不会多报一次',
  retry: '再发一次',
  withdraw: '不发了',
  done: (number: number) => `接上了，您是第 ${number} 号`,
  earlier: (number: number) => `前面那次已经接上了，您是第 ${number} 号`,
  showMore: '看更多',
  gone: { title: '没找到这个接龙', text: '可能还没发布，或者地址不对。' },
  toShop: '去店里看看',
  /** The card in a chat: how many have joined, what is sold, and the price of the first goods. */
  shareTitle: (
    { words, counts, goods: [lead] }: Pick<GroupBuy, 'words' | 'counts' | 'goods'>,
    shop: string,
  ) =>
    [
      counts.entries > 0 ? `已有 ${counts.entries} 人接龙` : '接龙',
      ...(lead ? [`${lead.name} ${yuan(priceOf(lead))}/${lead.unit}`] : []),
      words || shop,
    ].join(' · '),
  refusal: ({ code, current }: Failure, unitOf: (skuId: string) => string): string => {
    const lines = (current as { lines?: { skuId: string; most?: number; stock?: number }[] } | undefined)
      ?.lines
    const facts = (lines ?? []).map(
      ({ skuId, most, stock }) => `${unitOf(skuId)}最多还能要 ${most ?? stock ?? 0}`,
    )
    const isAboutStock = code === 'group-buy-full' || code === 'out-of-stock'
    return isAboutStock && facts.length > 0 ? `剩的不够了：${facts.join('，')}。` : failureWords[code]
  },
  /** What is spoken of an entry. */
  spoken: (number: number, name: string | undefined, goods: string) =>
    `第${number}个，${name ? `${name.replace(/\*/g, '')}姓邻居` : '一位邻居'}，${goods}。`,
  goods: (name: string, quantity: number, unit: string) => `${name}${quantity}${unit}`,
} as const)
