import { useMemo } from 'react'
import { useCall } from '@/api/use-call'
import { GroupBuyNotFound } from '@/features/group-buys/page/group-buy-page'
import { useCurrentCard } from '@/features/group-buys/page/use-current-card'
import { ShareScreen } from '@/features/share/share-screen'
import { sharedGroupBuy, sharedProduct, sharedShop } from '@/features/share/shared-thing'
import { ProductNotFound } from '@/features/storefront/product/product-page'
import { useProduct } from '@/features/storefront/product/use-product'
import { ShopNotFound } from '@/features/storefront/shop-not-found'
import { useSlug } from '@/features/storefront/use-slug'
import { type StorefrontState, useStorefront } from '@/features/storefront/use-storefront'
import { shareWords } from '@/locales/shop/share'
import { serverNow } from '@/platform/lifecycle/server-clock'
import { usePageParams } from '@/platform/navigation/page-params'
import { Loaded } from '@/ui/notice/loaded'
import { Page } from '@/ui/page/page'

/** Shares a shop, a product or a group buy of it: `slug` of the shop, `id` of the product, `group` of the group buy. */
export default function SharePage() {
  const { id, group } = usePageParams()
  const slug = useSlug()
  return (
    <Page title={shareWords.title}>
      {slug === undefined ? (
        <ShopNotFound />
      ) : group !== undefined ? (
        <SharedGroupBuy slug={slug} groupBuyId={group} />
      ) : (
        <FromStorefront slug={slug} productId={id} />
      )}
    </Page>
  )
}

function SharedGroupBuy({ slug, groupBuyId }: { slug: string; groupBuyId: string }) {
  const state = useCall('GET /api/storefronts/:slug/group-buys/:groupBuyId', { params: { slug, groupBuyId } })
  const { data } = state
  const thing = useMemo(() => data && sharedGroupBuy(data, serverNow()), [data])
  const { failure, reload } = state
  useCurrentCard(slug, data?.groupBuy)
  const shown = failure?.code === 'not-found' ? { failure, reload } : state
  return (
    <Loaded state={shown} notFound={<GroupBuyNotFound slug={slug} />}>
      {() => thing && <ShareScreen thing={thing} />}
    </Loaded>
  )
}

function FromStorefront({ slug, productId }: { slug: string; productId: string | undefined }) {
  const state = useStorefront(slug)
  return productId === undefined ? (
    <SharedShop state={state} />
  ) : (
    <SharedProduct state={state} productId={productId} />
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
