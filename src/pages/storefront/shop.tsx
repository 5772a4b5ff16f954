import { cartAdapter } from '@/features/cart/cart-adapter'
import { useCartParts } from '@/features/cart/use-cart-parts'
import { StorefrontPage } from '@/features/storefront/storefront-page'
import { useSlug } from '@/features/storefront/use-slug'
import { useStorefront } from '@/features/storefront/use-storefront'
import { useRememberVisit } from '@/features/visited/use-remember-visit'
import { go } from '@/platform/navigation/navigate'
import { urlOf } from '@/routes'

/** A shop; `slug` is a parameter or, on H5, in the address. */
export default function ShopPage() {
  const slug = useSlug()
  const state = useStorefront(slug)
  const { shop, products } = state.data ?? {}
  const { bar, sheet, basket } = useCartParts(shop, products, () =>
    go(urlOf('checkout', { slug: slug ?? '' })),
  )
  useRememberVisit({ slug, shop, products, isNotFound: state.failure?.code === 'not-found' })
  return (
    <StorefrontPage slug={slug} state={state} cart={cartAdapter} bar={bar} basket={basket}>
      {sheet}
    </StorefrontPage>
  )
}
