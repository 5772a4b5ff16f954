import { Refusal } from './applications'

export interface Trade {
  number: string
  tradeNo: string
  appid: string
  merchant: string
  /** The buyer's login, with its middle hidden. */
  buyer: string
  subject: string
  /** In fen. */
  amount: number
  noticeUrl: string
  returnUrl: string | undefined
  /** Epoch ms. */
  createdAt: number
  expiresAt: number
  state: 'WAIT_BUYER_PAY' | 'TRADE_SUCCESS' | 'TRADE_CLOSED'
  paidAt?: number
  refunds: { number: string; amount: number; at: number }[]
}

export type TradeRequest = Omit<Trade, 'tradeNo' | 'buyer' | 'createdAt' | 'state' | 'paidAt' | 'refunds'>

const BUYER = '159****5620'

const sumOf = (refunds: Trade['refunds']) => refunds.reduce((sum, { amount }) => sum + amount, 0)

/** The trades of all accounts. A trade exists once its buyer has opened the page. */
export class Trades {
  private readonly byNumber = new Map<string, Trade>()
  private count = 0

  constructor(private readonly now: () => number) {}

  /** Creates a trade, or finds the one of this number. @throws Refusal when that is over or has another amount. */
  open(request: TradeRequest): Trade {
    const known = this.find(request.merchant, request.number)
    const trade = known ?? this.create(request)
    if (trade.amount !== request.amount || trade.merchant !== request.merchant)
      throw new Refusal(400, 'ACQ.CONTEXT_INCONSISTENT', '交易信息被篡改')
    if (trade.state === 'TRADE_SUCCESS') throw new Refusal(400, 'ACQ.TRADE_HAS_SUCCESS', '交易已被支付')
    if (trade.state === 'TRADE_CLOSED') throw new Refusal(400, 'ACQ.TRADE_HAS_CLOSE', '交易已经关闭')
    return trade
  }

  private create(request: TradeRequest): Trade {
    const now = this.now()
    if (request.expiresAt <= now) throw new Refusal(400, 'ACQ.INVALID_PARAMETER', '参数无效：time_expire')
    this.count++
    const tradeNo = `${new Date(now).toISOString().slice(0, 10).replaceAll('-', '')}2200${String(this.count).padStart(14, '0')}`
    const trade: Trade = {
      ...{ ...request, tradeNo, buyer: BUYER, createdAt: now },
      ...{ state: 'WAIT_BUYER_PAY', refunds: [] },
    }
    this.byNumber.set(keyOf(request.merchant, request.number), trade)
    return trade
  }

  find(merchant: string, number: string): Trade | undefined {
    const trade = this.byNumber.get(keyOf(merchant, number))
    if (trade?.state === 'WAIT_BUYER_PAY' && this.now() >= trade.expiresAt) trade.state = 'TRADE_CLOSED'
    return trade
  }

  /** @throws Refusal `ACQ.TRADE_NOT_EXIST` */
  require(merchant: string, number: string): Trade {
    const trade = this.find(merchant, number)
    if (!trade) throw new Refusal(400, 'ACQ.TRADE_NOT_EXIST', '交易不存在')
    return trade
  }

  /** Marks a trade as paid; false when it cannot be paid any more. */
  pay(trade: Trade): boolean {
    if (this.find(trade.merchant, trade.number)?.state !== 'WAIT_BUYER_PAY') return false
    trade.state = 'TRADE_SUCCESS'
    trade.paidAt = this.now()
    return true
  }

  /** @throws Refusal for a trade that is paid or closed. */
  close(trade: Trade): void {
    if (trade.state !== 'WAIT_BUYER_PAY') throw new Refusal(400, 'ACQ.TRADE_STATUS_ERROR', '交易状态不合法')
    trade.state = 'TRADE_CLOSED'
  }

  /** Refunds once per number; returns whether money moved. @throws Refusal */
  refund(trade: Trade, number: string, amount: number): boolean {
    const known = trade.refunds.find((one) => one.number === number)
    if (known) {
      if (known.amount === amount) return false
      throw new Refusal(400, 'ACQ.DISCORDANT_REPEAT_REQUEST', '不一致的请求')
    }
    if (trade.paidAt === undefined) throw new Refusal(400, 'ACQ.TRADE_STATUS_ERROR', '交易状态不合法')
    if (sumOf(trade.refunds) + amount > trade.amount)
      throw new Refusal(400, 'ACQ.REFUND_AMT_NOT_EQUAL_TOTAL', '退款金额超限')
    trade.refunds.push({ number, amount, at: this.now() })
    if (sumOf(trade.refunds) === trade.amount) trade.state = 'TRADE_CLOSED'
    return true
  }

  all(): Trade[] {
    return [...this.byNumber.values()]
  }
}

const keyOf = (merchant: string, number: string) => `${merchant} ${number}`
