import type { CartItem } from '@/domain/cart-check'
import type { Order, OrderLine } from '@/domain/order'
import { go } from '@/platform/navigation/navigate'
import { urlOf } from '@/routes'
import { useCarts } from './cart-store'

const toItem = ({
  skuId,
  productId,
  name,
  label,
  unit,
  price,
  quantity,
  date,
  photo,
}: OrderLine): CartItem => ({
  ...{ skuId, productId, name, unit, price, quantity },
  ...(label === undefined ? {} : { label }),
  ...(date === undefined ? {} : { date }),
  ...(photo ? { photo } : {}),
})

const isSame = (one: CartItem, other: CartItem): boolean =>
  one.skuId === other.skuId && one.date === other.date

/**
 * Puts the goods of an order into the cart of its shop, beside what is in it, and opens the checkout. There they are compared with what the
 * shop sells now.
 */
export function orderAgain({ shopId, lines }: Pick<Order, 'shopId' | 'lines'>, slug: string): void {
  const { carts, replace } = useCarts.getState()
  const items = lines.map(toItem)
  const others = (carts[shopId] ?? []).filter((one) => !items.some((item) => isSame(one, item)))
  replace(shopId, [...others, ...items])
  go(urlOf('checkout', { slug }))
}
