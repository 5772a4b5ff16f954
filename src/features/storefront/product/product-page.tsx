import type { ReactNode } from 'react'
import type { CartItem } from '@/domain/product/cart-check'
import { productPageWords } from '@/locales/storefront/storefront'
import { singlePage } from '@/platform/lifecycle/launch'
import { backToShop } from '@/platform/navigation/navigate'
import { Button } from '@/ui/button/button'
import { Loaded } from '@/ui/notice/loaded'
import { Notice } from '@/ui/notice/notice'
import { Page } from '@/ui/page/page'
import { Skeleton } from '@/ui/skeleton/skeleton'
import { ShopNotFound } from '../shop-not-found'
import { StaleShopNote } from '../stale-shop-note'
import type { StorefrontState } from '../use-storefront'
import { ProductScreen } from './product-screen'
import { useProduct } from './use-product'

interface ProductPageProps {
  state: StorefrontState
  productId: string
  /** The lines of this shop's cart. */
  items: readonly CartItem[]
  /** Sets a line of the cart; `stock` limits its quantity. */
  put(item: CartItem, stock: number): void
}

const frame = (title: string, inside: ReactNode) => (
  <Page title={title} wide>
    {inside}
  </Page>
)

/** A product's page: the product, or a skeleton, a failure or a not-found notice. */
export function ProductPage({ state, productId, items, put }: ProductPageProps) {
  const product = useProduct(state, productId)
  const isShopMissing = state.failure?.code === 'not-found'
  if (state.data && product.data && !isShopMissing)
    return (
      <ProductScreen
        storefront={state.data}
        product={product.data}
        note={<StaleShopNote state={state} inset />}
        items={items}
        put={put}
      />
    )
  const shop = state.data?.shop
  return frame(
    shop?.name ?? productPageWords.title,
    <Loaded
      state={product}
      notFound={
        shop && !isShopMissing ? (
          <ProductNotFound slug={shop.slug} />
        ) : (
          <ShopNotFound status={state.failure?.status} />
        )
      }
      skeleton={<Skeleton count={3} />}
    >
      {() => null}
    </Loaded>,
  )
}

/** The notice for a product that is not sold any more. */
export function ProductNotFound({ slug }: { slug: string }) {
  const { title, text, shop } = productPageWords.gone
  return (
    <Notice icon="goods" title={title} text={text}>
      {!singlePage && (
        <Button kind="soft" onPress={() => backToShop(slug)}>
          {shop}
        </Button>
      )}
    </Notice>
  )
}
