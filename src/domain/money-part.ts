/** The amounts of a month that orders stand behind: all that was collected, each way of it, and what was refunded or paid as fees. */
export const moneyParts = ['collected', 'cash', 'code', 'wechat', 'alipay', 'refunded', 'fees'] as const
export type MoneyPart = (typeof moneyParts)[number]
