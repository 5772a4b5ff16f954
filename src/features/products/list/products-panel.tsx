import { View } from '@tarojs/components'
import { useEffect, useRef, useState } from 'react'
import { call } from '@/api/call'
import { createRetry, retryPolicies } from '@/api/retry'
import { useLoadRest } from '@/api/use-load-rest'
import { type PagesState, usePages } from '@/api/use-pages'
import type { Id } from '@/domain/id'
import type { Product } from '@/domain/product/product'
import { LOW_STOCK } from '@/domain/product/sku'
import type { ManagedShop } from '@/domain/shop/shop'
import { manyProductsWords } from '@/locales/product/many-products'
import { productListWords } from '@/locales/product/products'
import { aria } from '@/platform/a11y/aria'
import { useWideWindow } from '@/platform/device/use-wide-window'
import { useReloadOnReturn } from '@/platform/lifecycle/use-page-visibility'
import { Button } from '@/ui/button/button'
import { ListDetail } from '@/ui/list-detail/list-detail'
import { LongList } from '@/ui/long-list/long-list'
import { FailureNotice } from '@/ui/notice/failure-notice'
import { Notice } from '@/ui/notice/notice'
import { StaleNotice } from '@/ui/notice/stale-notice'
import { Skeleton } from '@/ui/skeleton/skeleton'
import { rebaseDraftsOnRename } from '../form/product-draft-store'
import { ProductScreen } from '../form/product-screen'
import { sendMoves, useStockMoves } from '../stock/stock-moves'
import { FindProducts } from './find-products'
import { OrderProducts } from './order-products'
import { ProductCard } from './product-card'
import { isFindingProducts, type ProductFinder, productQuery } from './product-finder'
import { ProductTools } from './product-tools'
import { SelectProducts } from './select-products'
import { type OpenedProduct, useOpenedProduct } from './use-opened-product'
import { type ProductsOpening, useProductFinder } from './use-product-finder'
import { useToggleOnSale } from './use-toggle-on-sale'
import './products-panel.scss'

interface ProductsPanelProps {
  shop: ManagedShop
  /** True while the panel is visible; it reloads each time this becomes true. */
  active: boolean
  /** The last opening of the list by a link or a to-do. */
  opening?: ProductsOpening
  /** Called when a stock or product has changed and counts shown elsewhere are out of date. */
  onChanged(): void
  /** Shows forms beside the list in a wide window; without it they open on their own page. */
  isBeside?: boolean
}

const readProducts = (shopId: Id, finder: ProductFinder, cursor?: string) =>
  call(
    'GET /api/shops/:shopId/products',
    {
      params: { shopId },
      query: { ...productQuery(finder), ...(cursor === undefined ? {} : { cursor }) },
    },
    'signed-in',
  )

/** Loads the shop's products and keeps them current while the panel is visible, with the changes made here. */
function useProductList({ shop, active, onChanged }: ProductsPanelProps, finder: ProductFinder) {
  const pages = usePages<Product>(`products ${shop.id} ${JSON.stringify(finder)}`, (cursor) =>
    readProducts(shop.id, finder, cursor),
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

/** Estimated height of a card with one sku, in px. */
const CARD_HEIGHT = 270

/** The use of the list: looking and changing one by one, selecting several, or ordering them. */
type Mode = 'list' | 'select' | 'order'

/** The seller's products: the list, in a wide window with the form of one beside it. */
export function ProductsPanel(props: ProductsPanelProps) {
  const { shop, opening, onChanged, isBeside = false } = props
  const { finder, find } = useProductFinder(opening)
  const list = useProductList(props, finder)
  const { opened, open, close } = useOpenedProduct(shop.id, isBeside)
  const isWide = useWideWindow()
  const inList = list.pages.items?.find(({ id }) => id === opened?.id)
  const onSaved = () => {
    void list.pages.reload()
    onChanged()
  }
  return (
    <ListDetail
      label={productListWords.beside.label}
      // a product that was changed in the list is read again
      opened={opened && `${opened.id ?? opened.like} ${inList?.version}`}
      detail={
        opened && (
          <ProductScreen
            shopId={shop.id}
            productId={opened.id}
            likeId={opened.like}
            beside={{ open, close, onChanged: onSaved }}
          />
        )
      }
    >
      <View className={`products-panel ${isWide && !opened ? 'products-panel--columns' : ''}`}>
        <ProductsList
          // each opening begins with the list as such, also while products were selected or ordered
          key={opening?.opened}
          shop={shop}
          list={list}
          finder={finder}
          onFind={find}
          onOpen={open}
        />
      </View>
    </ListDetail>
  )
}

interface ProductsListProps {
  shop: ManagedShop
  list: ReturnType<typeof useProductList>
  finder: ProductFinder
  onFind(finder: ProductFinder): void
  onOpen(product: OpenedProduct): void
}

function ProductsList({ shop, list, finder, onFind, onOpen }: ProductsListProps) {
  const { pages, replace } = list
  const { items, reload } = pages
  // stays open while the text is empty and the whole list is read again
  const [isFinding, setIsFinding] = useState(isFindingProducts(finder))
  const [mode, setMode] = useState<Mode>('list')
  const add = () => onOpen({})
  const endMode = () => setMode('list')
  const isLoadingRest = useLoadRest(pages, mode === 'select')
  return (
    <>
      {mode === 'list' && ((items && items.length > 0) || isFinding) && (
        <>
          <Button icon="plus" onPress={add}>
            {productListWords.add}
          </Button>
          <FindProducts value={finder} isOpen={isFinding} onOpen={setIsFinding} onChange={onFind} />
        </>
      )}
      <ListStatus pages={pages} finder={finder} onAdd={add} />
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
      {mode === 'list' && items && items.length > 0 && (
        <ProductCards key={JSON.stringify(finder)} shop={shop} list={list} items={items} onOpen={onOpen} />
      )}
      {mode === 'select' && items && (
        <SelectProducts
          shopId={shop.id}
          products={items}
          isLoadingRest={isLoadingRest}
          onChanged={(products) => replace(...products)}
          onEnd={endMode}
        />
      )}
      {mode === 'order' && items && (
        <OrderProducts
          shopId={shop.id}
          products={items}
          isPartial={isFindingProducts(finder)}
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
    </>
  )
}

interface ProductCardsProps extends Pick<ProductsListProps, 'shop' | 'list' | 'onOpen'> {
  items: readonly Product[]
}

function ProductCards({ shop, list, items, onOpen }: ProductCardsProps) {
  const { pages, onSale, onStock, replace } = list
  return (
    <LongList
      items={items}
      className="products-panel__block"
      estimatedHeight={CARD_HEIGHT}
      open={pages.hasMore}
    >
      {(product, { at, of }) => (
        <View key={product.id} {...aria({ role: 'listitem', posinset: at, setsize: of })}>
          <ProductCard
            shopId={shop.id}
            slug={shop.slug}
            trade={shop.trade}
            lowStock={shop.lowStock ?? LOW_STOCK}
            product={product}
            onSale={onSale}
            onStock={onStock}
            onProduct={replace}
            onOpen={() => onOpen({ id: product.id })}
          />
        </View>
      )}
    </LongList>
  )
}

interface ListStatusProps {
  pages: PagesState<Product>
  finder: ProductFinder
  onAdd(): void
}

/** Says that nothing was found. */
const nothingFound = ({ search, isLow }: ProductFinder) =>
  isLow && search === ''
    ? { title: manyProductsWords.noneLow, text: manyProductsWords.noneLowText }
    : { title: manyProductsWords.empty, text: manyProductsWords.emptyText }

/** Says that the list is loading, out of date, failed or empty. */
function ListStatus({ pages: { items, failure, reload }, finder, onAdd }: ListStatusProps) {
  if (!items)
    return failure ? <FailureNotice failure={failure} onRetry={() => void reload()} /> : <Skeleton />
  return (
    <>
      {failure && <StaleNotice>{productListWords.stale}</StaleNotice>}
      {items.length === 0 && isFindingProducts(finder) && <Notice icon="search" {...nothingFound(finder)} />}
      {items.length === 0 && !isFindingProducts(finder) && (
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
