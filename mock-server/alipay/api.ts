import { type Static, type TSchema, Type } from '@sinclair/typebox'
import { Value } from '@sinclair/typebox/value'
import { Exact } from '@/contract/shapes'
import { toFen, toYuan } from '../../server/gateways/alipay/amount'
import { Refusal } from './applications'
import { toChinaTime } from './china-time'
import type { Trades } from './trades'

export const TradeNumber = Type.String({ pattern: '^[0-9A-Za-z_]{1,64}$' })
const RefundNumber = Type.String({ pattern: '^[0-9A-Za-z_-]{1,64}$' })
/** From 0.01 to 100,000,000. */
export const Yuan = Type.String({ pattern: '^(?!0+\\.00$)(100000000\\.00|\\d{1,8}\\.\\d\\d)$' })

const OneTrade = Exact({ out_trade_no: TradeNumber })
const RefundBody = Exact({
  out_trade_no: TradeNumber,
  out_request_no: RefundNumber,
  refund_amount: Yuan,
  refund_reason: Type.Optional(Type.String({ maxLength: 256 })),
})
const RefundQuery = Exact({
  out_trade_no: TradeNumber,
  out_request_no: RefundNumber,
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
    ...{ total_amount: toYuan(trade.amount), buyer_logon_id: trade.buyer },
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
    ...{ out_trade_no, trade_no: trade.tradeNo, buyer_logon_id: trade.buyer },
    ...{ fund_change: hasMoved ? 'Y' : 'N', refund_fee: toYuan(all) },
  }
}

const queryRefund: Handler = (trades, merchant, body) => {
  const { out_trade_no, out_request_no, query_options = [] } = parse(RefundQuery, body)
  const trade = trades.require(merchant, out_trade_no)
  const found = trade.refunds.find(({ number }) => number === out_request_no)
  // an unknown refund is answered without its fields
  if (!found) return { out_trade_no, out_request_no }
  return {
    ...{ trade_no: trade.tradeNo, out_trade_no, out_request_no, refund_status: 'REFUND_SUCCESS' },
    ...{ total_amount: toYuan(trade.amount), refund_amount: toYuan(found.amount) },
    // the time is answered on request only
    ...(query_options.includes('gmt_refund_pay') ? { gmt_refund_pay: toChinaTime(found.at) } : {}),
  }
}

const handlers: Record<string, Handler> = {
  'POST /v3/alipay/trade/query': query,
  'POST /v3/alipay/trade/close': close,
  'POST /v3/alipay/trade/refund': refund,
  'POST /v3/alipay/trade/fastpay/refund/query': queryRefund,
}

/** Answers an authorized request about a trade. @param call method and path @throws Refusal */
export function answerApi(trades: Trades, call: string, merchant: string, body: string): object {
  const handler = handlers[call]
  if (!handler) throw new Refusal(404, 'invalid-method', '不存在的方法')
  return handler(trades, merchant, body)
}
