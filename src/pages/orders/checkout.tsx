import { fulfilments } from '@/domain/order/fulfilment'
import { paymentMethods } from '@/domain/payment/payment'
import { removeOrderedFromCart, useCarts } from '@/features/cart/cart-store'
import { useCheckedCart } from '@/features/cart/use-checked-cart'
import { type CheckoutCart, CheckoutPage } from '@/features/checkout/checkout-page'
import { ShopNotFound } from '@/features/storefront/shop-not-found'
import { StaleShopNote } from '@/features/storefront/stale-shop-note'
import { useSlug } from '@/features/storefront/use-slug'
import { useStorefront } from '@/features/storefront/use-storefront'
import { cachedShopWords } from '@/locales/storefront/cached-shop'
import { usePageParams } from '@/platform/navigation/page-params'

/** The checkout of a shop's cart: `?slug=`, and `kind` and `method` of delivery and payment to begin with. */
export default function Checkout() {
  const state = useStorefront(useSlug())
  const { shop, products } = state.data ?? {}
  const params = usePageParams()
  const { lines } = useCheckedCart(shop?.id, products)
  const { replace } = useCarts.getState()
  const cart: CheckoutCart = {
    lines,
    removeOrdered: (ordered) => shop !== undefined && removeOrderedFromCart(shop.id, ordered),
    replace: (items) => shop && replace(shop.id, items),
  }
  return (
    <CheckoutPage
      state={state}
      cart={cart}
      wish={{
        kind: fulfilments.find((kind) => kind === params.kind),
        method: paymentMethods.find((method) => method === params.method),
      }}
      note={<StaleShopNote state={state} say={cachedShopWords.order} inset />}
      notFound={<ShopNotFound status={state.failure?.status} hasCart />}
    />
  )
}
