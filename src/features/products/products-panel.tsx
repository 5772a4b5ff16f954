import { View } from '@tarojs/components'
import { useEffect, useRef } from 'react'
import { call } from '@/api/call'
import { usePages } from '@/api/use-pages'
import type { Id } from '@/domain/id'
import type { Shop } from '@/domain/shop'
import type { Product } from '@/domain/sku'
import { productsWords } from '@/locales/zh-CN/products'
import { useReloadOnReturn } from '@/platform/lifecycle/use-page-visibility'
import { go } from '@/platform/navigation/navigate'
import { network } from '@/platform/network/network'
import { urlOf } from '@/routes'
import { Button } from '@/ui/button/button'
import { Failed } from '@/ui/notice/failed'
import { Notice } from '@/ui/notice/notice'
import { Stale } from '@/ui/notice/stale'
import { Skeleton } from '@/ui/skeleton/skeleton'
import { ProductCard } from './product-card'
import { sendMoves, useStockMoves } from './stock-moves'
import { useOnSale } from './use-on-sale'
import './products-panel.scss'

interface ProductsPanelProps {
  shop: Shop
  /** Before people's eyes; read anew each time that becomes true. */
  active: boolean
  /** A stock moved or a product was hidden: what is counted elsewhere is no longer so. */
  onChanged(): void
}

const readProducts = (shopId: Id, cursor?: string) =>
  call(
    'GET /api/shops/:shopId/products',
    { params: { shopId }, ...(cursor === undefined ? {} : { query: { cursor } }) },
    'signed-in',
  )

/** Everything a shop sells, as its seller keeps it. */
export function ProductsPanel({ shop, active, onChanged }: ProductsPanelProps) {
  const pages = usePages<Product>(`products ${shop.id}`, (cursor) => readProducts(shop.id, cursor))
  const { items, failure, reload, change } = pages
  const replace = (product: Product) => {
    change((list) => list.map((one) => (one.id === product.id ? product : one)))
    onChanged()
  }
  const onSale = useOnSale(shop.id, replace)
  const onStock = (skuId: Id, stock: number) => {
    change((list) => list.map((one) => withStock(one, skuId, stock)))
    onChanged()
  }
  useReloadOnReturn(active, reload)
  useSendWhenBack(shop.id, onStock)
  const add = () => go(urlOf('merchantProduct', { shop: shop.id }))
  return (
    <View className="products-panel">
      {items && items.length > 0 && (
        <Button icon="plus" onPress={add}>
          {productsWords.add}
        </Button>
      )}
      {items && failure && <Stale>{productsWords.stale}</Stale>}
      {!items && failure && <Failed failure={failure} onRetry={() => void reload()} />}
      {!items && !failure && <Skeleton />}
      {items?.length === 0 && (
        <Notice icon="goods" title={productsWords.emptyTitle} text={productsWords.emptyText}>
          <Button icon="plus" onPress={add}>
            {productsWords.add}
          </Button>
        </Notice>
      )}
      {items?.map((product) => (
        <ProductCard
          key={product.id}
          shopId={shop.id}
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
          busy={pages.loadingMore && productsWords.loadingMore}
          onPress={() => void pages.more()}
        >
          {pages.moreFailure ? productsWords.moreFailed : productsWords.more}
        </Button>
      )}
    </View>
  )
}

const withStock = (product: Product, skuId: Id, stock: number): Product =>
  product.skus.some(({ id }) => id === skuId)
    ? { ...product, skus: product.skus.map((sku) => (sku.id === skuId ? { ...sku, stock } : sku)) }
    : product

/** Moves that a lost network left unanswered go out by themselves when it returns. */
function useSendWhenBack(shopId: Id, onStock: (skuId: Id, stock: number) => void) {
  const latest = useRef(onStock)
  latest.current = onStock
  useEffect(
    () =>
      network.onChange((online) => {
        if (!online) return
        for (const [skuId, { sent }] of Object.entries(useStockMoves.getState().moves))
          if (sent) void sendMoves(shopId, skuId, (sku, stock) => latest.current(sku, stock))
      }),
    [shopId],
  )
}
