import { View } from '@tarojs/components'
import { useEffect, useRef } from 'react'
import { call } from '@/api/call'
import { createRetry, retryPolicies } from '@/api/retry'
import { usePages } from '@/api/use-pages'
import type { Id } from '@/domain/id'
import type { Product } from '@/domain/product'
import type { Shop } from '@/domain/shop'
import { productListWords } from '@/locales/products'
import { useReloadOnReturn } from '@/platform/lifecycle/use-page-visibility'
import { go } from '@/platform/navigation/navigate'
import { urlOf } from '@/routes'
import { Button } from '@/ui/button/button'
import { FailureNotice } from '@/ui/notice/failure-notice'
import { Notice } from '@/ui/notice/notice'
import { StaleNotice } from '@/ui/notice/stale-notice'
import { Skeleton } from '@/ui/skeleton/skeleton'
import { ProductCard } from './product-card'
import { sendMoves, useStockMoves } from './stock-moves'
import { useToggleOnSale } from './use-toggle-on-sale'
import './products-panel.scss'

interface ProductsPanelProps {
  shop: Shop
  /** Whether the panel is visible; it reloads each time this becomes true. */
  active: boolean
  /** Called when a stock or product has changed and counts shown elsewhere are out of date. */
  onChanged(): void
}

const readProducts = (shopId: Id, cursor?: string) =>
  call(
    'GET /api/shops/:shopId/products',
    { params: { shopId }, ...(cursor === undefined ? {} : { query: { cursor } }) },
    'signed-in',
  )

/** Loads the shop's products and keeps them current while the panel is visible, with the changes made here. */
function useProductList({ shop, active, onChanged }: ProductsPanelProps) {
  const pages = usePages<Product>(`products ${shop.id}`, (cursor) => readProducts(shop.id, cursor))
  const { reload, change } = pages
  const replace = (product: Product) => {
    change((list) => list.map((one) => (one.id === product.id ? product : one)))
    onChanged()
  }
  const onSale = useToggleOnSale(shop.id, replace)
  const onStock = (skuId: Id, stock: number) => {
    change((list) => list.map((one) => withStock(one, skuId, stock)))
    onChanged()
  }
  useReloadOnReturn(active, reload)
  useResendWhenOnline(shop.id, onStock)
  return { pages, onSale, onStock }
}

/** The seller's list of the shop's products. */
export function ProductsPanel(props: ProductsPanelProps) {
  const { shop } = props
  const { pages, onSale, onStock } = useProductList(props)
  const { items, failure, reload } = pages
  const add = () => go(urlOf('merchantProduct', { shop: shop.id }))
  return (
    <View className="products-panel">
      {items && items.length > 0 && (
        <Button icon="plus" onPress={add}>
          {productListWords.add}
        </Button>
      )}
      {items && failure && <StaleNotice>{productListWords.stale}</StaleNotice>}
      {!items && failure && <FailureNotice failure={failure} onRetry={() => void reload()} />}
      {!items && !failure && <Skeleton />}
      {items?.length === 0 && (
        <Notice icon="goods" title={productListWords.emptyTitle} text={productListWords.emptyText}>
          <Button icon="plus" onPress={add}>
            {productListWords.add}
          </Button>
        </Notice>
      )}
      {items?.map((product) => (
        <ProductCard
          key={product.id}
          shopId={shop.id}
          slug={shop.slug}
          trade={shop.trade}
          product={product}
          onSale={onSale}
          onStock={onStock}
          onOpen={() => go(urlOf('merchantProduct', { shop: shop.id, id: product.id }))}
        />
      ))}
      {pages.hasMore && (
        <Button
          kind="soft"
          busy={pages.loadingMore && productListWords.loadingMore}
          onPress={() => void pages.more()}
        >
          {pages.moreFailure ? productListWords.moreFailed : productListWords.more}
        </Button>
      )}
    </View>
  )
}

const withStock = (product: Product, skuId: Id, stock: number): Product =>
  product.skus.some(({ id }) => id === skuId)
    ? { ...product, skus: product.skus.map((sku) => (sku.id === skuId ? { ...sku, stock } : sku)) }
    : product

/** Sends unanswered stock moves again when the network returns. */
function useResendWhenOnline(shopId: Id, onStock: (skuId: Id, stock: number) => void) {
  const latest = useRef(onStock)
  latest.current = onStock
  useEffect(() => {
    const resend = () => {
      for (const [skuId, { inFlight }] of Object.entries(useStockMoves.getState().moves))
        if (inFlight) void sendMoves(shopId, skuId, (sku, stock) => latest.current(sku, stock))
    }
    const retry = createRetry(resend, retryPolicies.read)
    retry.schedule()
    return retry.cancel
  }, [shopId])
}
