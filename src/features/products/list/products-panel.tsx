import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { useLoadRest } from '@/api/use-load-rest'
import type { Id } from '@/domain/id'
import type { Product } from '@/domain/product/product'
import { LOW_STOCK } from '@/domain/product/sku'
import type { ManagedShop } from '@/domain/shop/shop'
import { manyProductsWords } from '@/locales/product/many-products'
import { productListWords } from '@/locales/product/products'
import { aria, pressable } from '@/platform/a11y/aria'
import { useWideWindow } from '@/platform/device/use-wide-window'
import { Button } from '@/ui/button/button'
import { Icon } from '@/ui/icon/icon'
import { ListDetail } from '@/ui/list-detail/list-detail'
import { LongList } from '@/ui/long-list/long-list'
import { rebaseDraftsOnRename } from '../form/product-draft-store'
import { ProductScreen } from '../form/product-screen'
import { NumbersSheet } from '../stock/numbers-sheet'
import { FindProducts } from './find-products'
import { ListStatus } from './list-status'
import { OrderProducts } from './order-products'
import { isFindingProducts, type ProductFinder } from './product-finder'
import { ProductRow } from './product-row'
import { type LowStockSheet, ProductTools } from './product-tools'
import { SelectProducts } from './select-products'
import { type OpenedProduct, useOpenedProduct } from './use-opened-product'
import { type ProductsOpening, useProductFinder } from './use-product-finder'
import { useProductList } from './use-product-list'
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
  lowStockSheet?: LowStockSheet | undefined
}

/** Estimated height of a row with a short name, in px. */
const ROW_HEIGHT = 73

/** The use of the list: looking and changing one by one, selecting several, or ordering them. */
type Mode = 'list' | 'select' | 'order'

/** The seller's products: the list, in a wide window with the form of one beside it. */
export function ProductsPanel(props: ProductsPanelProps) {
  const { shop, active, opening, onChanged, isBeside = false, lowStockSheet } = props
  const { finder, find } = useProductFinder(opening)
  const list = useProductList({ shopId: shop.id, active, onChanged }, finder)
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
            beside={{ close, onChanged: onSaved }}
          />
        )
      }
    >
      <View className={`products-panel ${isWide && !opened ? 'products-panel--wide' : ''}`}>
        <ProductsList
          // each opening begins with the list as such, also while products were selected or ordered
          key={opening?.opened}
          shop={shop}
          list={list}
          finder={finder}
          onFind={find}
          onOpen={open}
          lowStockSheet={lowStockSheet}
        />
      </View>
    </ListDetail>
  )
}

interface ProductsListProps extends Pick<ProductsPanelProps, 'lowStockSheet'> {
  shop: ManagedShop
  list: ReturnType<typeof useProductList>
  finder: ProductFinder
  onFind(finder: ProductFinder): void
  onOpen(product: OpenedProduct): void
}

function ProductsList(props: ProductsListProps) {
  const { shop, list, finder, onOpen } = props
  const { pages, replace } = list
  const { items, reload } = pages
  const [mode, setMode] = useState<Mode>('list')
  const endMode = () => setMode('list')
  const isLoadingRest = useLoadRest(pages, mode === 'select')
  return (
    <>
      {mode === 'list' && <ProductsHead {...props} onMode={setMode} />}
      <ListStatus pages={pages} finder={finder} onAdd={() => onOpen({})} />
      {mode === 'list' && items && items.length > 0 && (
        <ProductRows key={JSON.stringify(finder)} shop={shop} list={list} items={items} onOpen={onOpen} />
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

/** The number of products, and the buttons to find, to add and for several; nothing while there are no products. */
function ProductsHead(props: ProductsListProps & { onMode(mode: Mode): void }) {
  const { shop, list, finder, onFind, onOpen, onMode, lowStockSheet } = props
  const { items = [], hasMore, reload } = list.pages
  // stays open while the text is empty and the whole list is read again
  const [isOpen, setIsOpen] = useState(isFindingProducts(finder))
  if (items.length === 0 && !isOpen) return null
  return (
    <>
      <View className="products-panel__head">
        <Text className="products-panel__count">{hasMore ? '' : manyProductsWords.count(items.length)}</Text>
        {!isOpen && (
          <View
            className="products-panel__find"
            {...pressable(manyProductsWords.find, () => setIsOpen(true))}
          >
            <Icon name="search" size={24} />
          </View>
        )}
        {items.length > 0 && (
          <ProductTools
            shopId={shop.id}
            lowStockSheet={lowStockSheet}
            onOrder={() => onMode('order')}
            onSelect={() => onMode('select')}
            onRenamed={(renamed) => {
              rebaseDraftsOnRename(shop.id, items, renamed)
              void reload()
            }}
          />
        )}
        <Button size="small" icon="plus" onPress={() => onOpen({})}>
          {productListWords.addShort}
        </Button>
      </View>
      {isOpen && <FindProducts value={finder} onChange={onFind} onClose={() => setIsOpen(false)} />}
    </>
  )
}

interface ProductRowsProps extends Pick<ProductsListProps, 'shop' | 'list' | 'onOpen'> {
  items: readonly Product[]
}

function ProductRows({ shop, list, items, onOpen }: ProductRowsProps) {
  const { pages, onSale, onStock, replace } = list
  const [openedId, setOpenedId] = useState<Id>()
  const opened = items.find(({ id }) => id === openedId)
  const lowStock = shop.lowStock ?? LOW_STOCK
  const close = () => setOpenedId(undefined)
  return (
    <>
      <View className="products-panel__rows">
        <LongList
          items={items}
          className="products-panel__block"
          estimatedHeight={ROW_HEIGHT}
          open={pages.hasMore}
        >
          {(product, { at, of }) => (
            <View
              key={product.id}
              className="products-panel__row"
              {...aria({ role: 'listitem', posinset: at, setsize: of })}
            >
              <ProductRow
                shopId={shop.id}
                trade={shop.trade}
                lowStock={lowStock}
                product={product}
                onOpen={() => onOpen({ id: product.id })}
                onNumbers={() => setOpenedId(product.id)}
              />
            </View>
          )}
        </LongList>
      </View>
      {opened && (
        <NumbersSheet
          shop={shop}
          product={opened}
          lowStock={lowStock}
          onSale={onSale}
          onStock={onStock}
          onProduct={replace}
          onLike={() => {
            close()
            onOpen({ like: opened.id })
          }}
          onClose={close}
        />
      )}
    </>
  )
}
