import type { ClaimAction } from '@/domain/order/after-sale'
import type { OrderStepAction } from '@/domain/order/allowed-actions'
import type { Fulfilment } from '@/domain/order/fulfilment'
import type { Order } from '@/domain/order/order'
import type { PaymentState } from '@/domain/payment/payment'
import { undoneWords } from '../parts/order-stations'
import { translated } from '../translation'

type Kinds = Record<Fulfilment, string>

const send: Kinds = { local: '出门送', pickup: '备好了', courier: '寄出了', 'on-site': '留好了' }
const finishBySeller: Kinds = {
  local: '送到了，钱收了',
  pickup: '拿走了，钱收了',
  courier: '买家收到了',
  'on-site': '客人来过了，钱收了',
}
const finishByBuyer: Kinds = {
  local: '我收到了',
  pickup: '我拿到了',
  courier: '我收到了',
  'on-site': '我来过了',
}

const finishPaidBySeller: Kinds = {
  local: '送到了',
  pickup: '拿走了',
  courier: '买家收到了',
  'on-site': '客人来过了',
}

/** The button label of an order step. */
export const orderActionWords = translated(
  'orderActionWords',
  function orderActionWords(
    action: Exclude<OrderStepAction, ClaimAction>,
    { fulfilment: kind, payment }: Pick<Order, 'fulfilment' | 'payment'>,
    by: 'owner' | 'buyer',
  ): string {
    switch (action) {
      case 'accept':
        return '接单'
      case 'send':
        return send[kind]
      case 'finish':
        if (by === 'buyer') return finishByBuyer[kind]
        return payment.state === 'due' ? finishBySeller[kind] : finishPaidBySeller[kind]
      case 'undo-accept':
      case 'undo-send':
        return `点错了，${undoneWords(action, kind)}`
      case 'undo-finish':
        return '点错了，撤回'
      case 'undo-collect':
        return '点错了，重新记'
      case 'cancel':
        return by === 'owner' ? '做不了，取消' : '不要了，取消'
      case 'collect':
        return '钱收到了'
      case 'ask-cancel':
        return '想取消这一单'
      case 'withdraw-cancel':
        return '还是要，不取消了'
      case 'agree-cancel':
        return '同意取消'
      case 'decline-cancel':
        return '不取消'
      case 'return-by-hand':
        return '钱当面退了'
    }
  },
)

const paymentStates: Record<PaymentState, string> = {
  due: '还没付',
  pending: '等付款',
  paid: '钱付了',
  refunding: '正在退钱',
  refunded: '钱退了',
  void: '不用付了',
}

/** The state of the payment of an order. */
export const paymentStateWords = translated(
  'paymentStateWords',
  function paymentStateWords({
    payment,
    unreturned,
    claimRefundFailed,
  }: Pick<Order, 'payment' | 'unreturned' | 'claimRefundFailed'>): string {
    const isFailed = payment.state === 'refunding' && (unreturned || claimRefundFailed)
    return isFailed ? '钱没退成' : paymentStates[payment.state]
  },
)
