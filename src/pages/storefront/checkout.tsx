import { useCarts } from '@/features/cart/cart-store'
import { takeOut } from '@/features/cart/take-out'
import { useCheckedCart } from '@/features/cart/use-checked-cart'
import { type CheckoutCart, CheckoutPage } from '@/features/checkout/checkout-page'
import { OldNote } from '@/features/storefront/old-note'
import { useSlug } from '@/features/storefront/use-slug'
import { useStorefront } from '@/features/storefront/use-storefront'
import { oldWords } from '@/locales/zh-CN/cached-shop'

/** Ordering what is in a shop's cart: `slug` of the shop. */
export default function Checkout() {
  const state = useStorefront(useSlug())
  const { shop, products } = state.data ?? {}
  const { lines } = useCheckedCart(shop?.id, products)
  const { replace } = useCarts.getState()
  const cart: CheckoutCart = {
    lines,
    takeOut: (ordered) => shop !== undefined && takeOut(shop.id, ordered),
    replace: (items) => shop && replace(shop.id, items),
  }
  return (
    <CheckoutPage state={state} cart={cart} note={<OldNote state={state} say={oldWords.order} inset />} />
  )
}
