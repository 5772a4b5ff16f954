import type { Fulfilment } from '@/domain/fulfilment'
import type { Order, OrderState } from '@/domain/order'

/** What texts need to know of an order that is paid in person later. */
export const unpaidOrder = (
  state: OrderState,
  fulfilment: Fulfilment,
): Pick<Order, 'state' | 'fulfilment' | 'afterSale' | 'payment'> => ({
  state,
  fulfilment,
  afterSale: 'none',
  payment: { method: 'on-delivery', state: 'due' },
})
