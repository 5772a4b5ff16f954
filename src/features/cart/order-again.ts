import type { Id } from '@/domain/id'
import type { Order, OrderLine } from '@/domain/order/order'
import type { CartItem } from '@/domain/product/cart-check'
import { go } from '@/platform/navigation/navigate'
import { urlOf } from '@/routes'
import { useCarts } from './cart-store'

type AgainOrder = Pick<Order, 'shopId' | 'lines' | 'fulfilment' | 'payment'>

/** The item that a line becomes. Its day is left out: the checkout asks for one. */
const toItem = ({ skuId, productId, name, label, unit, price, quantity, photo }: OrderLine): CartItem => ({
  ...{ skuId, productId, name, unit, price, quantity },
  ...(label === undefined ? {} : { label }),
  ...(photo ? { photo } : {}),
})

/** One item per sku. Of one that was ordered for several days, the most for one day. */
function toItems(lines: readonly OrderLine[]): CartItem[] {
  const items = new Map<Id, CartItem>()
  for (const line of lines)
    if (line.quantity > (items.get(line.skuId)?.quantity ?? 0)) items.set(line.skuId, toItem(line))
  return [...items.values()]
}

/**
 * Puts the goods of an order into the cart of its shop, beside what is in it, and opens the checkout with the order's ways of delivery and
 * payment. There the goods are compared with what the shop sells now.
 */
export function orderAgain(order: AgainOrder, slug: string): void {
  const { shopId, lines, fulfilment, payment } = order
  const { carts, replace } = useCarts.getState()
  const items = toItems(lines)
  const others = (carts[shopId] ?? []).filter(({ skuId }) => !items.some((item) => item.skuId === skuId))
  replace(shopId, [...others, ...items])
  go(urlOf('checkout', { slug, kind: fulfilment, method: payment.method }))
}
