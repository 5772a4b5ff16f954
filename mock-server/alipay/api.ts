import { type Static, type TSchema, Type } from '@sinclair/typebox'
import { Value } from '@sinclair/typebox/value'
import { toFen, toYuan } from '../../server/gateways/alipay/amount'
import { Refusal } from './applications'
import { toChinaTime } from './china-time'
import type { Trades } from './trades'

const Exact = <T extends Record<string, TSchema>>(fields: T) =>
  Type.Object(fields, { additionalProperties: false })
const Number_ = Type.String({ pattern: '^[0-9A-Za-z_-]{1,64}$' })
const Yuan = Type.String({ pattern: '^\\d{1,9}\\.\\d{2}$' })

const OneTrade = Exact({ out_trade_no: Number_ })
const RefundBody = Exact({
  out_trade_no: Number_,
  out_request_no: Number_,
  refund_amount: Yuan,
  refund_reason: Type.Optional(Type.String({ maxLength: 256 })),
})
const RefundQuery = Exact({
  out_trade_no: Number_,
  out_request_no: Number_,
  query_options: Type.Optional(Type.Array(Type.Literal('gmt_refund_pay'))),
})

/** Parses a body. @throws Refusal for one that is not as documented. */
function parse<T extends TSchema>(shape: T, body: string): Static<T> {
  let value: unknown
  try {
    value = JSON.parse(body)
  } catch {
    throw new Refusal(400, 'invalid-parameter', '参数无效')
  }
  const [error] = [...Value.Errors(shape, value)]
  if (error) throw new Refusal(400, 'invalid-parameter', `参数无效：${error.path}`)
  return value as Static<T>
}

/** An answer to a body of a request that acts for an account. */
type Handler = (trades: Trades, merchant: string, body: string) => object

const query: Handler = (trades, merchant, body) => {
  const trade = trades.require(merchant, parse(OneTrade, body).out_trade_no)
  return {
    ...{ out_trade_no: trade.number, trade_no: trade.tradeNo, trade_status: trade.state },
    total_amount: toYuan(trade.amount),
    ...(trade.paidAt === undefined ? {} : { send_pay_date: toChinaTime(trade.paidAt) }),
  }
}

const close: Handler = (trades, merchant, body) => {
  const trade = trades.require(merchant, parse(OneTrade, body).out_trade_no)
  trades.close(trade)
  return { out_trade_no: trade.number, trade_no: trade.tradeNo }
}

const refund: Handler = (trades, merchant, body) => {
  const { out_trade_no, out_request_no, refund_amount } = parse(RefundBody, body)
  const trade = trades.require(merchant, out_trade_no)
  const hasMoved = trades.refund(trade, out_request_no, toFen(refund_amount) ?? 0)
  const all = trade.refunds.reduce((sum, { amount }) => sum + amount, 0)
  return {
    ...{ out_trade_no, trade_no: trade.tradeNo, fund_change: hasMoved ? 'Y' : 'N', refund_fee: toYuan(all) },
  }
}

const queryRefund: Handler = (trades, merchant, body) => {
  const { out_trade_no, out_request_no } = parse(RefundQuery, body)
  const found = trades.require(merchant, out_trade_no).refunds.find(({ number }) => number === out_request_no)
  // an unknown refund is answered without its fields
  if (!found) return { out_trade_no, out_request_no }
  return {
    ...{ out_trade_no, out_request_no, refund_status: 'REFUND_SUCCESS' },
    ...{ refund_amount: toYuan(found.amount), gmt_refund_pay: toChinaTime(found.at) },
  }
}

const handlers: Record<string, Handler> = {
  '/v3/alipay/trade/query': query,
  '/v3/alipay/trade/close': close,
  '/v3/alipay/trade/refund': refund,
  '/v3/alipay/trade/fastpay/refund/query': queryRefund,
}

/** Answers an authorized request. @throws Refusal */
export function answerApi(trades: Trades, path: string, merchant: string, body: string): object {
  const handler = handlers[path]
  if (!handler) throw new Refusal(404, 'invalid-method', '不存在的方法')
  return handler(trades, merchant, body)
}
