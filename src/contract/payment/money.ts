import { type TSchema, Type } from '@sinclair/typebox'
import { moneyParts } from '@/domain/payment/money-part'
import type { Route } from '../route'
import {
  DayShape,
  Exact,
  FileLinkShape,
  IdShape,
  MonthShape,
  OneOf,
  PageOf,
  PageQuery,
  ShopParams,
  SumShape,
} from '../shapes'

/** An amount in fen that may be negative. */
const BalanceShape = Type.Integer()

/** An amount for each account that holds money. */
const ByAccount = <T extends TSchema>(amount: T) =>
  Exact({ cash: amount, code: amount, wechat: amount, alipay: amount })

export const MoneyDayShape = Exact({
  day: DayShape,
  /** By where it was received. */
  collected: ByAccount(BalanceShape),
  refunded: SumShape,
  /** The same by the account that it left. */
  refundedBy: ByAccount(SumShape),
  fees: BalanceShape,
})

export const MoneyMonthShape = Exact({
  month: MonthShape,
  days: Type.Array(MoneyDayShape),
  /** The debts of buyers now: orders that are not cancelled and not paid. */
  due: Exact({ orders: Type.Integer(), amount: SumShape }),
  /** The same by the day of the order, for days of the month with such orders. */
  dueDays: Type.Array(Exact({ day: DayShape, orders: Type.Integer(), amount: SumShape })),
  /** The amount promised to buyers that has not reached them yet, in fen. */
  owed: SumShape,
})

/** Whom an order is for, as far as it tells buyers apart. */
const DebtorShape = Exact({
  name: Type.String(),
  /** The last four digits of the phone. */
  phoneEnd: Type.String(),
})

/** An order with the amount that it moved. */
export const MoneyOrderShape = Exact({
  id: IdShape,
  number: Type.Integer(),
  ...DebtorShape.properties,
  /** Negative when more was taken back than received. */
  amount: BalanceShape,
})

export const DueBuyerShape = Exact({
  /** The oldest of the orders; it names the buyer in the query of orders. */
  id: IdShape,
  /** Whom the orders are for, the latest first; at most five. */
  receivers: Type.Array(DebtorShape),
  orders: Type.Integer(),
  amount: SumShape,
})

const MonthParams = Exact({ ...ShopParams.properties, month: MonthShape })

export const moneyRoutes = {
  'GET /api/shops/:shopId/money/:month': {
    summary:
      'The sums that a shop collected, refunded and paid as fees, by day, from its ledger; and the sum that is due now.',
    access: 'owner',
    params: MonthParams,
    reply: MoneyMonthShape,
  },
  'GET /api/shops/:shopId/money/:month/order-amounts': {
    summary:
      'The orders behind one amount of a month or of one of its days, newest first; their amounts add up to it. `due-now` and `owed-now` belong to no month.',
    access: 'owner',
    params: MonthParams,
    query: Exact({
      ...PageQuery.properties,
      /** `collected` when absent. */
      part: Type.Optional(OneOf(moneyParts)),
      day: Type.Optional(DayShape),
    }),
    reply: PageOf(MoneyOrderShape),
  },
  'GET /api/shops/:shopId/due-buyers': {
    summary:
      'The buyers who owe the shop money now, with the sum and the number of orders, those who owe longest first.',
    access: 'owner',
    params: ShopParams,
    query: PageQuery,
    reply: PageOf(DueBuyerShape),
  },
  'POST /api/shops/:shopId/money/:month/sheets': {
    summary: 'A link to the month as a spreadsheet, for some minutes: its days and every movement.',
    access: 'owner',
    params: MonthParams,
    body: Exact({ id: IdShape }),
    reply: FileLinkShape,
  },
} as const satisfies Record<string, Route>
