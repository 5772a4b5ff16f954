import type { AfterSaleState } from '@/domain/order/after-sale'
import type { OrderState } from '@/domain/order/order'
import type { PaymentMethod, PaymentState } from '@/domain/payment/payment'

/** An order with only the fields that the state tables read. */
export const states = (
  state: OrderState,
  payment: PaymentState = 'due',
  afterSale: AfterSaleState = 'none',
  method: PaymentMethod = 'on-delivery',
) => ({ state, payment: { method, state: payment }, afterSale })
