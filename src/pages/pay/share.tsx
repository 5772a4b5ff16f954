import { useMemo } from 'react'
import { ShareScreen } from '@/features/share/share-screen'
import { sharedProduct, sharedShop } from '@/features/share/shared-thing'
import { ProductNotFound } from '@/features/storefront/product/product-page'
import { useProduct } from '@/features/storefront/product/use-product'
import { ShopNotFound } from '@/features/storefront/shop-not-found'
import { useSlug } from '@/features/storefront/use-slug'
import { type StorefrontState, useStorefront } from '@/features/storefront/use-storefront'
import { shareWords } from '@/locales/shop/share'
import { usePageParams } from '@/platform/navigation/page-params'
import { Loaded } from '@/ui/notice/loaded'
import { Page } from '@/ui/page/page'

/** Shares a shop, or a product of it: `slug` of the shop, `id` of the product. */
export default function SharePage() {
  const { id } = usePageParams()
  const slug = useSlug()
  const state = useStorefront(slug)
  return (
    <Page title={shareWords.title}>
      {slug === undefined ? (
        <ShopNotFound />
      ) : id === undefined ? (
        <SharedShop state={state} />
      ) : (
        <SharedProduct state={state} productId={id} />
      )}
    </Page>
  )
}

function SharedShop({ state }: { state: StorefrontState }) {
  const { data } = state
  const thing = useMemo(() => data && sharedShop(data, data.products), [data])
  return (
    <Loaded state={state} notFound={<ShopNotFound status={state.failure?.status} />}>
      {() => thing && <ShareScreen thing={thing} />}
    </Loaded>
  )
}

function SharedProduct({ state, productId }: { state: StorefrontState; productId: string }) {
  const product = useProduct(state, productId)
  const [shop, goods] = [state.data, product.data]
  const thing = useMemo(() => shop && goods && sharedProduct(shop, goods), [shop, goods])
  if (state.failure?.code === 'not-found') return <ShopNotFound status={state.failure.status} />
  return (
    <Loaded state={product} notFound={shop && <ProductNotFound slug={shop.shop.slug} />}>
      {() => thing && <ShareScreen thing={thing} />}
    </Loaded>
  )
}
