import type { ReactNode } from 'react'
import type { CartItem } from '@/domain/cart-check'
import { productWords } from '@/locales/zh-CN/storefront'
import { backToShop } from '@/platform/navigation/navigate'
import { Button } from '@/ui/button/button'
import { Loaded } from '@/ui/notice/loaded'
import { Notice } from '@/ui/notice/notice'
import { Page } from '@/ui/page/page'
import { Skeleton } from '@/ui/skeleton/skeleton'
import { OldNote } from '../old-note'
import { ShopGone } from '../shop-gone'
import type { StorefrontState } from '../use-storefront'
import { ProductScreen } from './product-screen'
import { useProduct } from './use-product'

interface ProductPageProps {
  state: StorefrontState
  productId: string
  /** What is in this shop's cart, and how a line is set in it. */
  items: readonly CartItem[]
  put(item: CartItem, stock: number): void
}

const frame = (title: string, inside: ReactNode) => (
  <Page title={title} wide>
    {inside}
  </Page>
)

/** One product's page in all its states. */
export function ProductPage({ state, productId, items, put }: ProductPageProps) {
  const product = useProduct(state, productId)
  const shopGone = state.failure?.code === 'not-found'
  if (state.data && product.data && !shopGone)
    return (
      <ProductScreen
        storefront={state.data}
        product={product.data}
        note={<OldNote state={state} inset />}
        items={items}
        put={put}
      />
    )
  const shop = state.data?.shop
  return frame(
    shop?.name ?? productWords.title,
    <Loaded
      state={product}
      gone={shop && !shopGone ? <ProductGone slug={shop.slug} /> : <ShopGone />}
      skeleton={<Skeleton count={3} />}
    >
      {() => null}
    </Loaded>,
  )
}

function ProductGone({ slug }: { slug: string }) {
  const { title, text, shop } = productWords.gone
  return (
    <Notice icon="goods" title={title} text={text}>
      <Button kind="soft" onPress={() => backToShop(slug)}>
        {shop}
      </Button>
    </Notice>
  )
}
