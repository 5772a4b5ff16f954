import { type CartLine, quantityIn, sameLine } from './cart'

/** A line that was ordered was in the cart as it is, or without the day that the checkout gave it or left out. */
const cameFrom = (line: Omit<CartLine, 'quantity'>, ordered: Omit<CartLine, 'quantity'>): boolean =>
  line.skuId === ordered.skuId && (line.date === undefined || ordered.date === undefined)

/** What stays of a cart once something of it was ordered; the oldest of several lines of a sku goes first. */
export function lessOrdered<Line extends CartLine>(
  cart: readonly Line[],
  ordered: readonly CartLine[],
): Line[] {
  const due = ordered.map((line) => ({ ...line }))
  let left = [...cart]
  for (const fits of [sameLine, cameFrom])
    for (const line of due)
      left = left.map((mine) => {
        if (!fits(mine, line)) return mine
        const taken = Math.min(mine.quantity, line.quantity)
        line.quantity -= taken
        return { ...mine, quantity: mine.quantity - taken }
      })
  return left.filter(({ quantity }) => quantity > 0)
}

/** Whether both hold as much of every sku, on whichever days. */
export const sameGoods = (a: readonly CartLine[], b: readonly CartLine[]): boolean =>
  [...a, ...b].every(({ skuId }) => quantityIn(a, skuId) === quantityIn(b, skuId))
