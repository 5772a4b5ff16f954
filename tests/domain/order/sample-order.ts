import { type AfterSaleState, afterSaleActions } from '@/domain/order/after-sale'
import { type OrderState, orderActions } from '@/domain/order/order'
import { otherActions } from '@/domain/order/order-step'
import type { PaymentMethod, PaymentState } from '@/domain/payment/payment'
import { RETURN_BY_HAND } from '@/domain/payment/refund'

/** Every action of an order, and names that are none. */
export const everyAction = [
  ...new Set([
    ...[...orderActions, ...afterSaleActions, ...otherActions],
    ...['collect', 'undo-collect', RETURN_BY_HAND, 'nonsense', 'end', 'grant', 'void', 'refund', 'give-back'],
  ]),
]

/** An order with only the fields that the state tables read. */
export const states = (
  state: OrderState,
  payment: PaymentState = 'due',
  afterSale: AfterSaleState = 'none',
  method: PaymentMethod = 'on-delivery',
) => ({ state, payment: { method, state: payment }, afterSale })
