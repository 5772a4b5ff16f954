import { useState } from 'react'
import type { Day } from '@/domain/day'
import type { Id } from '@/domain/id'
import { maxQuantityFor } from '@/domain/product/cart'
import { type CartItem, cartItem } from '@/domain/product/cart-check'
import { leadSku, type Product } from '@/domain/product/product'
import type { Sku } from '@/domain/product/sku'

export interface ProductChoice {
  sku: Sku | undefined
  chooseSku(sku: Sku): void
  day: Day | undefined
  chooseDay(day: Day): void
  quantity: number
  setQuantity(quantity: number): void
  /** The maximum quantity: the stock less the sku's quantity in the cart for other days. */
  max: number
  /** The quantity of this sku and day in the cart. */
  inCart: number
  /** The cart line of the present choice. */
  item: CartItem | undefined
}

/** The buyer's choice of sku, day and quantity of a product. The quantity starts with the one in the cart. */
export function useProductChoice(product: Product, items: readonly CartItem[]): ProductChoice {
  const [skuId, setSkuId] = useState<Id>()
  const [day, chooseDay] = useState<Day>()
  const [wanted, setWanted] = useState<number>()
  const sku = product.skus.find((each) => each.id === skuId) ?? leadSku(product)
  const line = { skuId: sku?.id ?? '', ...(day === undefined ? {} : { date: day }) }
  const inCart = items.find((item) => item.skuId === line.skuId && item.date === day)?.quantity ?? 0
  const max = maxQuantityFor(items, line, sku?.stock ?? 0)
  const quantity = Math.max(1, Math.min(wanted ?? (inCart || 1), max))
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
    max,
    inCart,
    item: sku && cartItem(product, sku, quantity, day),
  }
}
