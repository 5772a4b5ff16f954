import type { MoneyAccount } from './ledger'

/**
 * The amounts of a month that orders stand behind: what was collected, refunded and paid as fees, the first two also by way, and the
 * amount due for the orders of the month. Those that end in `-now` belong to no month.
 */
export const moneyParts = [
  ...(['collected', 'cash', 'code', 'wechat', 'alipay'] as const),
  ...(['refunded', 'refunded-cash', 'refunded-code', 'refunded-wechat', 'refunded-alipay'] as const),
  ...(['fees', 'due', 'due-now', 'owed-now'] as const),
] as const
export type MoneyPart = (typeof moneyParts)[number]

/** The account that each part of the refunds left. */
export const refundAccounts = {
  'refunded-cash': 'cash',
  'refunded-code': 'code',
  'refunded-wechat': 'wechat',
  'refunded-alipay': 'alipay',
} as const satisfies Partial<Record<MoneyPart, MoneyAccount>>
export type RefundPart = keyof typeof refundAccounts

export const isRefundPart = (part: MoneyPart): part is RefundPart => part in refundAccounts

/** The parts of which another is the sum, in the order in which they are shown. */
export const partsOfSum: Partial<Record<MoneyPart, readonly MoneyPart[]>> = {
  collected: ['cash', 'code', 'wechat', 'alipay'],
  refunded: ['refunded-cash', 'refunded-code', 'refunded-wechat', 'refunded-alipay'],
}
