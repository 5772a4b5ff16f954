import { Type } from '@sinclair/typebox'
import { MONTH_PATTERN } from '@/domain/month'
import type { Route } from './route'
import { DayShape, Exact, FileLinkShape, IdShape, ShopParams, SumShape } from './shapes'

/** An amount in fen that may be negative. */
const BalanceShape = Type.Integer()

const MonthShape = Type.String({ pattern: MONTH_PATTERN })

export const MoneyDayShape = Exact({
  day: DayShape,
  /** By where it was received. */
  collected: Exact({
    cash: BalanceShape,
    code: BalanceShape,
    wechat: BalanceShape,
    alipay: BalanceShape,
  }),
  refunded: SumShape,
  fees: BalanceShape,
})

export const MoneyMonthShape = Exact({
  month: MonthShape,
  days: Type.Array(MoneyDayShape),
  /** What buyers owe now: orders that are not cancelled and not paid. */
  due: Exact({ orders: Type.Integer(), amount: SumShape }),
  /** What has been promised to buyers and has not reached them yet. */
  owed: SumShape,
})

const MonthParams = Exact({ ...ShopParams.properties, month: MonthShape })

export const moneyRoutes = {
  'GET /api/shops/:shopId/money/:month': {
    summary:
      'What a shop collected, refunded and paid as fees, by day, from its ledger; and what is due now.',
    access: 'owner',
    params: MonthParams,
    reply: MoneyMonthShape,
  },
  'POST /api/shops/:shopId/money/:month/sheets': {
    summary: 'A link to the month as a spreadsheet, for some minutes: its days and every movement.',
    access: 'owner',
    params: MonthParams,
    body: Exact({ id: IdShape }),
    reply: FileLinkShape,
  },
} as const satisfies Record<string, Route>
