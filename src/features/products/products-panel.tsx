import { View } from '@tarojs/components'
import { useEffect, useRef, useState } from 'react'
import { call } from '@/api/call'
import { createRetry, retryPolicies } from '@/api/retry'
import { type PagesState, usePages } from '@/api/use-pages'
import type { Id } from '@/domain/id'
import type { Product } from '@/domain/product'
import type { ManagedShop } from '@/domain/shop'
import { LOW_STOCK } from '@/domain/sku'
import { manyProductsWords } from '@/locales/many-products'
import { productListWords } from '@/locales/products'
import { useReloadOnReturn } from '@/platform/lifecycle/use-page-visibility'
import { go } from '@/platform/navigation/navigate'
import { urlOf } from '@/routes'
import { Button } from '@/ui/button/button'
import { FailureNotice } from '@/ui/notice/failure-notice'
import { Notice } from '@/ui/notice/notice'
import { StaleNotice } from '@/ui/notice/stale-notice'
import { Skeleton } from '@/ui/skeleton/skeleton'
import { FindProducts } from './find-products'
import { OrderProducts } from './order-products'
import { ProductCard } from './product-card'
import { rebaseDraftsOnRename } from './product-draft-store'
import { ProductTools } from './product-tools'
import { SelectProducts } from './select-products'
import { sendMoves, useStockMoves } from './stock-moves'
import { useToggleOnSale } from './use-toggle-on-sale'
import './products-panel.scss'

interface ProductsPanelProps {
  shop: ManagedShop
  /** Whether the panel is visible; it reloads each time this becomes true. */
  active: boolean
  /** Called when a stock or product has changed and counts shown elsewhere are out of date. */
  onChanged(): void
}

const readProducts = (shopId: Id, search: string, cursor?: string) =>
  call(
    'GET /api/shops/:shopId/products',
    {
      params: { shopId },
      query: {
        ...(search.trim() === '' ? {} : { search: search.trim() }),
        ...(cursor === undefined ? {} : { cursor }),
      },
    },
    'signed-in',
  )

/** Loads the shop's products and keeps them current while the panel is visible, with the changes made here. */
function useProductList({ shop, active, onChanged }: ProductsPanelProps, search: string) {
  const pages = usePages<Product>(`products ${shop.id} ${search}`, (cursor) =>
    readProducts(shop.id, search, cursor),
  )
  const { reload, change } = pages
  const replace = (...products: Product[]) => {
    change((list) => list.map((one) => products.find(({ id }) => id === one.id) ?? one))
    onChanged()
  }
  const onSale = useToggleOnSale(shop.id, replace)
  const onStock = (skuId: Id, stock: number) => {
    change((list) => list.map((one) => withStock(one, skuId, stock)))
    onChanged()
  }
  useReloadOnReturn(active, reload)
  useResendWhenOnline(shop.id, onStock)
  return { pages, onSale, onStock, replace }
}

/** What the list is used for: looking and changing one by one, selecting several, or ordering them. */
type Mode = 'list' | 'select' | 'order'

/** The seller's list of the shop's products. */
export function ProductsPanel(props: ProductsPanelProps) {
  const { shop } = props
  const [search, setSearch] = useState('')
  // stays open while the text is empty and the whole list is read again
  const [isFinding, setIsFinding] = useState(false)
  const [mode, setMode] = useState<Mode>('list')
  const { pages, onSale, onStock, replace } = useProductList(props, search)
  const { items, reload } = pages
  const add = () => go(urlOf('merchantProduct', { shop: shop.id }))
  const endMode = () => setMode('list')
  return (
    <View className="products-panel">
      {mode === 'list' && ((items && items.length > 0) || isFinding) && (
        <>
          <Button icon="plus" onPress={add}>
            {productListWords.add}
          </Button>
          <FindProducts value={search} isOpen={isFinding} onOpen={setIsFinding} onChange={setSearch} />
        </>
      )}
      <ListStatus pages={pages} isFinding={search !== ''} onAdd={add} />
      {mode === 'list' && items && items.length > 1 && (
        <ProductTools
          shopId={shop.id}
          onOrder={() => setMode('order')}
          onSelect={() => setMode('select')}
          onRenamed={(renamed) => {
            rebaseDraftsOnRename(shop.id, items, renamed)
            void reload()
          }}
        />
      )}
      {mode === 'list' &&
        items?.map((product) => (
          <ProductCard
            key={product.id}
            shopId={shop.id}
            slug={shop.slug}
            trade={shop.trade}
            lowStock={shop.lowStock ?? LOW_STOCK}
            product={product}
            onSale={onSale}
            onStock={onStock}
            onProduct={replace}
            onOpen={() => go(urlOf('merchantProduct', { shop: shop.id, id: product.id }))}
          />
        ))}
      {mode === 'select' && items && (
        <SelectProducts
          shopId={shop.id}
          products={items}
          onChanged={(products) => replace(...products)}
          onEnd={endMode}
        />
      )}
      {mode === 'order' && items && (
        <OrderProducts
          shopId={shop.id}
          products={items}
          isPartial={search !== ''}
          onChange={pages.change}
          onFailure={() => void reload()}
          onEnd={endMode}
        />
      )}
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

interface ListStatusProps {
  pages: PagesState<Product>
  isFinding: boolean
  onAdd(): void
}

/** Says that the list is loading, out of date, failed or empty. */
function ListStatus({ pages: { items, failure, reload }, isFinding, onAdd }: ListStatusProps) {
  if (!items)
    return failure ? <FailureNotice failure={failure} onRetry={() => void reload()} /> : <Skeleton />
  return (
    <>
      {failure && <StaleNotice>{productListWords.stale}</StaleNotice>}
      {items.length === 0 && isFinding && (
        <Notice icon="search" title={manyProductsWords.empty} text={manyProductsWords.emptyText} />
      )}
      {items.length === 0 && !isFinding && (
        <Notice icon="goods" title={productListWords.emptyTitle} text={productListWords.emptyText}>
          <Button icon="plus" onPress={onAdd}>
            {productListWords.add}
          </Button>
        </Notice>
      )}
    </>
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
