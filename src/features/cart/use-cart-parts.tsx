import { type ReactNode, useState } from 'react'
import type { Product } from '@/domain/product/product'
import type { Shop } from '@/domain/shop/shop'
import { CartBar } from './cart-bar'
import { CartSheet } from './cart-sheet'
import { useCheckedCart } from './use-checked-cart'

interface CartParts {
  /** The foot of the page; empty while the cart is empty. */
  bar: ReactNode
  /** The cart sheet while it is open. */
  sheet: ReactNode
}

/** Returns the cart's bar and sheet for a page of a shop. */
export function useCartParts(
  shop: Shop | undefined,
  products: readonly Product[] | undefined,
  onOrder: () => void,
): CartParts {
  const cart = useCheckedCart(shop?.id, products)
  const [open, setOpen] = useState(false)
  if (!shop) return { bar: null, sheet: null }
  const order = () => {
    setOpen(false)
    onOrder()
  }
  return {
    bar: cart.lines.length > 0 && <CartBar cart={cart} onOpen={() => setOpen(true)} onOrder={order} />,
    sheet: open && <CartSheet shop={shop} cart={cart} onOrder={order} onClose={() => setOpen(false)} />,
  }
}
