import { momentWords, waitedWords } from '../time'
import { translated } from '../translation'

/** The outcome for the money; `isPaid` for an order that was paid online. */
const moneyWords = (isPaid: boolean): string => (isPaid ? '钱原路退给您' : '不用付钱')

/** Texts about the expiry of waiting orders, before and after it. */
export const orderExpiryWords = translated('orderExpiryWords', {
  owner: (at: number, now: number) =>
    at <= now ? '这就要自动取消了，要接请快一点' : `${momentWords(at, now)} 前不接就自动取消`,
  buyer: (at: number, now: number, isPaid: boolean) =>
    at <= now
      ? `店家一直没接，这单就要自动取消了，${moneyWords(isPaid)}。`
      : `店家 ${momentWords(at, now)} 前没接，这单就自动取消，${moneyWords(isPaid)}。`,
  buyerAfter: (
    createdAt: number,
    expiredAt: number,
    { canCall, isPaid }: { canCall: boolean; isPaid: boolean },
  ) =>
    `店家 ${waitedWords(createdAt, expiredAt)}没有回应，这单自动取消了，${moneyWords(isPaid)}。还想要可以再下一单${canCall ? '，或者给店家打个电话' : ''}。`,
  ownerAfter: (createdAt: number, expiredAt: number) =>
    `${waitedWords(createdAt, expiredAt)}没接，这一单自动取消了，货已经加回去。`,
} as const)
