import { type GroupBuy, maskName } from '@/domain/group-buy/group-buy'
import { type Entry, isToHandOut } from '@/domain/group-buy/hand-out'
import { groupBuyPageWords } from '@/locales/group-buy/group-buy-page'
import { groupBuysWords as words } from '@/locales/group-buy/group-buys'

type Goods = Pick<GroupBuy, 'goods'>

/** The goods of an entry in words: 核桃2斤，花椒1包. */
export const goodsWords = ({ goods }: Goods, { lines }: Pick<Entry, 'lines'>): string =>
  lines
    .map(({ skuId, quantity }) => {
      const one = goods.find((each) => each.skuId === skuId)
      return words.goods(one?.name ?? '', quantity, one?.unit ?? '')
    })
    .join('，')

const shownName = ({ name, anonymous }: Entry): string =>
  (anonymous ? undefined : maskName(name)) ?? groupBuyPageWords.anonymous

const isStanding = ({ state }: Entry): boolean => state !== 'cancelled'

/** The list as WeChat's own 接龙 continues it, with masked names. */
export const chatList = (groupBuy: GroupBuy, entries: readonly Entry[]): string =>
  [
    words.chatHead,
    groupBuy.words,
    '',
    ...entries
      .filter(isStanding)
      .map((entry) => words.chatLine(entry.number, shownName(entry), goodsWords(groupBuy, entry))),
  ].join('\n')

/** The text that reminds those who have not paid or not fetched; `undefined` when there is nobody. */
export function reminder(groupBuy: GroupBuy, entries: readonly Entry[], url: string): string | undefined {
  const nameOf = (entry: Entry) => `${entry.number} ${shownName(entry)}`
  const unpaid = entries.filter(
    (entry) => isStanding(entry) && !entry.gathering && entry.payment.state === 'pending',
  )
  const unfetched = entries.filter(isToHandOut)
  if (unpaid.length + unfetched.length === 0) return undefined
  return words.remindText(groupBuy.words || words.untitled, unpaid.map(nameOf), unfetched.map(nameOf), url)
}
