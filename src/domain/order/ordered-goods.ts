import { type CartLine, isSameLine, quantityIn } from '../product/cart'

/** Matches a cart line to an ordered line if only one of them has a day: the checkout may add or drop the day. */
const isSameSkuWithoutDay = (line: Omit<CartLine, 'quantity'>, ordered: Omit<CartLine, 'quantity'>) =>
  line.skuId === ordered.skuId && (line.date === undefined || ordered.date === undefined)

/** Returns the cart without the ordered quantities; of several lines of a sku the oldest is reduced first. */
export function removeOrdered<Line extends CartLine>(
  cart: readonly Line[],
  ordered: readonly CartLine[],
): Line[] {
  const due = ordered.map((line) => ({ ...line }))
  let remaining = [...cart]
  for (const matches of [isSameLine, isSameSkuWithoutDay])
    for (const line of due)
      remaining = remaining.map((cartLine) => {
        if (!matches(cartLine, line)) return cartLine
        const taken = Math.min(cartLine.quantity, line.quantity)
        line.quantity -= taken
        return { ...cartLine, quantity: cartLine.quantity - taken }
      })
  return remaining.filter(({ quantity }) => quantity > 0)
}

/** True if both carts have the same quantity of every sku, on whichever days. */
export const hasSameGoods = (a: readonly CartLine[], b: readonly CartLine[]): boolean =>
  [...a, ...b].every(({ skuId }) => quantityIn(a, skuId) === quantityIn(b, skuId))
