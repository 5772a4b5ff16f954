import type { Fulfilment } from '@/domain/order/fulfilment'
import type { Order, OrderState } from '@/domain/order/order'

/** The fields from which texts are made, of an order that is paid in person later. */
export const unpaidOrder = (
  state: OrderState,
  fulfilment: Fulfilment,
): Pick<Order, 'state' | 'fulfilment' | 'afterSale' | 'payment'> => ({
  state,
  fulfilment,
  afterSale: 'none',
  payment: { method: 'on-delivery', state: 'due' },
})
