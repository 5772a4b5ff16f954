import { useCartItems, useCarts } from '@/features/cart/cart-store'
import { ProductPage } from '@/features/storefront/product/product-page'
import { useSlug } from '@/features/storefront/use-slug'
import { useStorefront } from '@/features/storefront/use-storefront'
import { usePageParams } from '@/platform/navigation/page-params'

/** A product page: `slug` of the shop, `id` of the product. */
export default function StorefrontProduct() {
  const { id = '' } = usePageParams()
  const state = useStorefront(useSlug())
  const shopId = state.data?.shop.id
  const items = useCartItems(shopId)
  const put = useCarts((carts) => carts.put)
  return (
    <ProductPage
      state={state}
      productId={id}
      items={items}
      put={(item, stock) => shopId && put(shopId, item, stock)}
    />
  )
}
