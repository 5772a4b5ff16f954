import { type Slot, slotKey } from './delivery-slot'
import { type Fulfilment, fulfilments } from './fulfilment'
import type { OrderLine, OrderSummary } from './order'

/** How much of one thing several orders need. */
export interface PickedGoods {
  productId: string
  skuId: string
  name: string
  label?: string
  unit: string
  quantity: number
  /** The numbers of the orders that need it, ascending. */
  orders: number[]
}

/** The goods to pack for one way of delivery, and for one slot where buyers choose one. */
export interface PickingGroup {
  fulfilment: Fulfilment
  slot?: Slot
  orders: number
  goods: PickedGoods[]
}

type PickedOrder = Pick<OrderSummary, 'number' | 'lines' | 'fulfilment' | 'slot'>

/** The same thing under the same name: a product that was renamed between two orders is listed twice. */
const keyOf = ({ skuId, name, label = '', unit }: OrderLine): string => [skuId, name, label, unit].join('\n')

/** Sums up the goods of orders, most first. */
export function pickGoods(orders: readonly PickedOrder[]): PickedGoods[] {
  const picked = new Map<string, PickedGoods>()
  for (const { number, lines } of orders)
    for (const line of lines) {
      const { productId, skuId, name, label, unit, quantity } = line
      const known = picked.get(keyOf(line))
      if (known) {
        known.quantity += quantity
        if (!known.orders.includes(number)) known.orders.push(number)
      } else
        picked.set(keyOf(line), {
          ...{ productId, skuId, name, unit, quantity, orders: [number] },
          ...(label === undefined ? {} : { label }),
        })
    }
  return [...picked.values()]
    .map((one) => ({ ...one, orders: one.orders.sort((a, b) => a - b) }))
    .sort((a, b) => b.orders.length - a.orders.length || b.quantity - a.quantity)
}

/** Sorts mornings before afternoons, and orders without a slot first. */
const groupKey = ({ fulfilment, slot }: PickedOrder): string =>
  slot ? slotKey(fulfilment, slot).replace(/afternoon$/, 'noon') : ''

/** The picking list of orders: their goods by way of delivery and slot. */
export const pickingList = (orders: readonly PickedOrder[]): PickingGroup[] =>
  fulfilments.flatMap((fulfilment) => {
    const ofKind = orders.filter((order) => order.fulfilment === fulfilment)
    const keys = [...new Set(ofKind.map(groupKey))].sort()
    return keys.map((key) => {
      const group = ofKind.filter((order) => groupKey(order) === key)
      const slot = group[0]?.slot
      return { fulfilment, ...(slot ? { slot } : {}), orders: group.length, goods: pickGoods(group) }
    })
  })
