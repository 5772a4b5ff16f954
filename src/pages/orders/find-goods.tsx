import { cartAdapter } from '@/features/cart/cart-adapter'
import { useCartParts } from '@/features/cart/use-cart-parts'
import { FindGoodsPage } from '@/features/storefront/find-goods/find-goods-page'
import { useSlug } from '@/features/storefront/use-slug'
import { useStorefront } from '@/features/storefront/use-storefront'
import { go } from '@/platform/navigation/navigate'
import { urlOf } from '@/routes'

/** Looking for goods of a long shop: `slug`. It is in the buyers' package, as few of them need it. */
export default function FindGoodsEntry() {
  const slug = useSlug()
  const state = useStorefront(slug)
  const { shop, products } = state.data ?? {}
  const { bar, sheet } = useCartParts(shop, products, () => go(urlOf('checkout', { slug: slug ?? '' })))
  return (
    <FindGoodsPage state={state} cart={cartAdapter} bar={bar}>
      {sheet}
    </FindGoodsPage>
  )
}
