import { formatPrice } from '@/domain/money'
import type { OnlineMethod } from '@/domain/payment/payment'
import { lowBalanceAt, type RefundState } from '@/domain/payment/refund'
import { translated } from '../translation'

const states: Record<RefundState, string> = {
  requested: '正在退',
  done: '退好了',
  failed: '没退成，要店家当面退',
  'by-hand': '店家当面退了',
}

const services: Record<OnlineMethod, string> = { wechat: '微信', alipay: '支付宝' }

interface Refund {
  amount: number
  state: RefundState
  note?: string
  isRefused?: boolean
  refusal?: string
  isSentBack?: boolean
  isGoingBack?: boolean
  isReturnedTwice?: boolean
}

/** The state of a refund. For one that the service refuses, `refusal` gives the seller the reason. */
function standing({ state, isRefused, refusal }: Refund): string {
  if (!isRefused) return states[state]
  return refusal === undefined ? '店家那边还没退成，会接着退' : '还没退成'
}

/** Why the payment service refuses a refund, by its error code. */
function refusalWords(code: string): string {
  const service = lowBalanceAt(code)
  return service === undefined
    ? `没退成（${code}），过一会儿会自动再退。一天还没好，找管理员。`
    : `${services[service]}没退成：账户里的钱不够，充值后会自动再退。`
}

/** Money that was returned of an order paid online, for both sides. */
export const refundsWords = translated('refundsWords', {
  title: '退款',
  line: (refund: Refund) =>
    [`¥${formatPrice(refund.amount)} ${standing(refund)}`, refund.note].filter(Boolean).join('：'),
  /** What the seller has to know about a refund besides its state. */
  remark: ({ state, refusal, isSentBack, isGoingBack, isReturnedTwice }: Refund): string | undefined => {
    if (refusal !== undefined) return refusalWords(refusal)
    if (isReturnedTwice) return '微信后来又退了一回，买家收了两回钱。跟买家商量，请他还您一回。'
    if (isGoingBack) return '正在退到您自己的银行卡，到了再当面退给买家。'
    return isSentBack && state === 'failed' ? '这笔钱退到了您自己的账户里。' : undefined
  },
} as const)
