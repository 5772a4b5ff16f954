import { useState } from 'react'
import type { Day } from '@/domain/day'
import type { Id } from '@/domain/id'
import { maxQuantityFor } from '@/domain/product/cart'
import { type CartItem, cartItem } from '@/domain/product/cart-check'
import { leadSku, type Product } from '@/domain/product/product'
import type { Sku } from '@/domain/product/sku'

export type ProductChoice = ReturnType<typeof useProductChoice>

/** The buyer's choice of sku, day and quantity of a product. The quantity starts with the one in the cart. */
export function useProductChoice(product: Product, items: readonly CartItem[]) {
  const [skuId, setSkuId] = useState<Id>()
  const [day, chooseDay] = useState<Day>()
  const [wanted, setWanted] = useState<number>()
  const sku = product.skus.find((each) => each.id === skuId) ?? leadSku(product)
  const line = { skuId: sku?.id ?? '', ...(day === undefined ? {} : { date: day }) }
  const inCart = items.find((item) => item.skuId === line.skuId && item.date === day)?.quantity ?? 0
  const max = maxQuantityFor(items, line, sku?.stock ?? 0)
  const quantity = Math.max(1, Math.min(wanted ?? (inCart || 1), max))
  return {
    ...{ sku, day, chooseDay, quantity },
    chooseSku: (next: Sku) => {
      setSkuId(next.id)
      setWanted(undefined)
    },
    setQuantity: setWanted,
    /** The maximum quantity: the stock less the sku's quantity in the cart for other days. */
    max,
    /** The quantity of this sku and day in the cart. */
    inCart,
    /** The cart line of the present choice. */
    item: sku && cartItem(product, sku, quantity, day),
  }
}
