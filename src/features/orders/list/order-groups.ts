import type { OrderSummary } from '@/domain/order/order'
import { placeOf } from '@/domain/receiver/place'
import { findOrdersWords } from '@/locales/order/find-orders'
import { fulfilmentWords } from '@/locales/order/fulfilment'

/** How the orders of a list are divided. */
export type Grouping = keyof typeof findOrdersWords.groupings

/** Orders with the same name. */
export interface OrderGroup {
  name: string
  orders: OrderSummary[]
}

/** Groups orders by a name, in the order in which the names first occur. Those without one are left out. */
export function groupOrders(
  orders: readonly OrderSummary[],
  nameOf: (order: OrderSummary) => string | undefined,
): OrderGroup[] {
  const groups = new Map<string, OrderSummary[]>()
  for (const order of orders) {
    const name = nameOf(order)
    if (name === undefined) continue
    const group = groups.get(name)
    if (group) group.push(order)
    else groups.set(name, [order])
  }
  return [...groups].map(([name, some]) => ({ name, orders: some }))
}

/** The place to which an order goes; its way of delivery without an address. */
export const placeNameOf = ({ receiver: { address }, fulfilment }: OrderSummary): string =>
  address ? (placeOf(address) ?? findOrdersWords.otherPlace) : fulfilmentWords[fulfilment]

const names: Record<Exclude<Grouping, 'none'>, (order: OrderSummary) => string> = {
  place: placeNameOf,
  fulfilment: ({ fulfilment }) => fulfilmentWords[fulfilment],
}

/** The orders of a list as they are shown: together, or by place or way of delivery. */
export const arrangeOrders = (orders: readonly OrderSummary[], grouping: Grouping): OrderGroup[] =>
  grouping === 'none' ? [{ name: '', orders: [...orders] }] : groupOrders(orders, names[grouping])
