import { useState } from 'react'
import { roomFor } from '@/domain/cart'
import { type CartItem, cartItem } from '@/domain/cart-check'
import type { Day } from '@/domain/day'
import type { Id } from '@/domain/id'
import { leadSku, type Product, type Sku } from '@/domain/sku'

export interface Choice {
  sku: Sku | undefined
  chooseSku(sku: Sku): void
  day: Day | undefined
  chooseDay(day: Day): void
  quantity: number
  setQuantity(quantity: number): void
  /** At most so many, given what of it stands in the cart for other days. */
  most: number
  /** How many of just this are in the cart already. */
  inCart: number
  /** What would be put in the cart. */
  item: CartItem | undefined
}

/** What a buyer wants of a product: which sku, for which day, how many. Starts with what is in the cart. */
export function useChoice(product: Product, items: readonly CartItem[]): Choice {
  const [skuId, setSkuId] = useState<Id>()
  const [day, chooseDay] = useState<Day>()
  const [wanted, setWanted] = useState<number>()
  const sku = product.skus.find((each) => each.id === skuId) ?? leadSku(product)
  const line = { skuId: sku?.id ?? '', ...(day === undefined ? {} : { date: day }) }
  const inCart = items.find((item) => item.skuId === line.skuId && item.date === day)?.quantity ?? 0
  const most = roomFor(items, line, sku?.stock ?? 0)
  const quantity = Math.max(1, Math.min(wanted ?? (inCart || 1), most))
  return {
    sku,
    chooseSku: (next) => {
      setSkuId(next.id)
      setWanted(undefined)
    },
    day,
    chooseDay,
    quantity,
    setQuantity: setWanted,
    most,
    inCart,
    item: sku && cartItem(product, sku, quantity, day),
  }
}
