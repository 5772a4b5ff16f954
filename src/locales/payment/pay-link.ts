import { formatYuan } from '@/domain/money'
import type { Order } from '@/domain/order/order'
import type { RefundState } from '@/domain/payment/refund'
import { translated } from '../translation'

/** Having an order paid by somebody else. */
export const payLinkWords = translated('payLinkWords', {
  title: '请别人帮我付',
  text: '发给家里人、朋友，对方点开就能付。对方看得到买了什么、多少钱，看不到您的电话和地址。不做了要退钱，钱退给付钱的人。',
  send: '发给好友',
  copy: '复制链接',
  copied: '复制好了，发给对方就行。',
  failed: '没复制上，再试一次。',
  shareTitle: (shop: string, total: number) => `帮我付一下，在${shop}买的，¥${formatYuan(total)}`,
} as const)

/** The refund of a payment that paid nothing, because the order was closed or paid before. */
const returnedWords: Record<RefundState, string> = {
  requested: '您付的钱正退回您的账户。',
  done: '您付的钱已经退回您的账户。',
  failed: '您付的钱没能原路退回去，店家会当面或转账退给您。',
  'by-hand': '您付的钱，店家退给您了。',
}

type LinkedOrder = Pick<Order, 'state' | 'payment'>

/** Why a payment paid nothing. */
function vainWords({ state, payment }: LinkedOrder): string {
  if (payment.state === 'paid') return '这一单已经有人付过了'
  return state === 'cancelled' ? '这一单取消了' : '这一单不做了'
}

/** The page on which somebody pays for another. */
export const payForOtherWords = translated('payForOtherWords', {
  title: '帮忙付钱',
  lead: (shop: string) => `亲友在${shop}买了东西，请您帮忙付。`,
  unsure: '不认识发给您的人，就别付。',
  refund: '不做了要退钱，钱退回您付款的账户。',
  lines: '买的东西',
  goneTitle: '没找到这一单',
  goneText: '链接可能不完整，请对方重新发一次。',
  /** The state of an order that waits for no payment; `returned` is the refund of the payer's payment, if it paid nothing. */
  state: (order: LinkedOrder, returned?: RefundState): string => {
    const { state, payment } = order
    if (returned !== undefined) return `${vainWords(order)}，${returnedWords[returned]}`
    if (payment.state === 'paid') return '付好了，店家收到了。'
    if (payment.state === 'refunding' || payment.state === 'refunded')
      return '这一单不做了，钱退回付款的账户。'
    return state === 'cancelled' || payment.state === 'void' ? '这一单取消了，不用付。' : ''
  },
} as const)
