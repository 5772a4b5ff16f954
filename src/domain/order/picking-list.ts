import { type Slot, slotKey } from './delivery-slot'
import { type Fulfilment, fulfilments } from './fulfilment'
import { type OrderLine, type OrderSummary, unsentStates } from './order'

/** The quantity of one kind of goods that several orders need. */
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

type PickedOrder = Pick<
  OrderSummary,
  'number' | 'lines' | 'fulfilment' | 'slot' | 'state' | 'payment' | 'gathering'
>

/** Why nothing has to be packed for an order. `packed`: it was sent, made ready or finished; `gathering`: its group buy is open. */
export const omissionReasons = ['unpaid', 'cancelled', 'refunded', 'packed', 'gathering'] as const
export type OmissionReason = (typeof omissionReasons)[number]

/** The number of orders that are not part of a picking list, by reason. */
export type OmittedOrders = Partial<Record<OmissionReason, number>>

/** Returns why an order is not part of a picking list; undefined for an order whose goods have to be packed. */
function omissionReason({ state, payment, gathering }: PickedOrder): OmissionReason | undefined {
  if (state === 'cancelled') return 'cancelled'
  if (gathering) return 'gathering'
  if (payment.state === 'pending') return 'unpaid'
  if (state !== 'placed' && !unsentStates.includes(state)) return 'packed'
  return payment.state === 'refunding' || payment.state === 'refunded' ? 'refunded' : undefined
}

const isPicked = (order: PickedOrder): boolean => omissionReason(order) === undefined

/** Counts the orders that are not part of the picking list of these orders. */
export function countOmitted(orders: readonly PickedOrder[]): OmittedOrders {
  const counts: OmittedOrders = {}
  for (const order of orders) {
    const reason = omissionReason(order)
    if (reason) counts[reason] = (counts[reason] ?? 0) + 1
  }
  return counts
}

/** The same thing under the same name: a product that was renamed between two orders is listed twice. */
const keyOf = ({ skuId, name, label = '', unit }: OrderLine): string => [skuId, name, label, unit].join('\n')

/** Sums up the goods of orders, most first. */
function sumGoods(orders: readonly PickedOrder[]): PickedGoods[] {
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

/** The goods to pack for orders together, most first. */
export const pickGoods = (orders: readonly PickedOrder[]): PickedGoods[] => sumGoods(orders.filter(isPicked))

/** Sorts mornings before afternoons, and orders without a slot first. */
export const slotOrder = ({ fulfilment, slot }: PickedOrder): string =>
  slot ? slotKey(fulfilment, slot).replace(/afternoon$/, 'noon') : ''

/** The picking list of orders: the goods to pack, by way of delivery and slot. */
export const pickingList = (orders: readonly PickedOrder[]): PickingGroup[] =>
  fulfilments.flatMap((fulfilment) => {
    const ofKind = orders.filter((order) => order.fulfilment === fulfilment && isPicked(order))
    const keys = [...new Set(ofKind.map(slotOrder))].sort()
    return keys.map((key) => {
      const group = ofKind.filter((order) => slotOrder(order) === key)
      const slot = group[0]?.slot
      return { fulfilment, ...(slot ? { slot } : {}), orders: group.length, goods: sumGoods(group) }
    })
  })
