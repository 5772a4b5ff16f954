import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { Id } from '@/domain/id'
import { formatPrice, parseYuan } from '@/domain/money'
import { isDoubtfulPrice } from '@/domain/product/price-range'
import type { Product } from '@/domain/product/product'
import type { Sku } from '@/domain/product/sku'
import type { ManagedShop } from '@/domain/shop/shop'
import { productFormWords, productListWords } from '@/locales/product/products'
import { shareWords } from '@/locales/shop/share'
import { aria, heading } from '@/platform/a11y/aria'
import { go } from '@/platform/navigation/navigate'
import { urlOf } from '@/routes'
import { Button } from '@/ui/button/button'
import { Field } from '@/ui/field/field'
import { PriceDoubtSheet } from '@/ui/price-doubt/price-doubt-sheet'
import { Sheet } from '@/ui/sheet/sheet'
import type { OnSaleToggle } from '../list/use-toggle-on-sale'
import { useDisplayedStocks } from './displayed-stocks'
import { SkuStock } from './sku-stock'
import { StockMoveSheet } from './stock-move-sheet'
import { moveStock, type OnStockChange } from './stock-moves'
import { type PriceChange, useChangePrices } from './use-change-prices'
import './numbers-sheet.scss'

interface NumbersSheetProps {
  shop: ManagedShop
  product: Product
  lowStock: number
  onSale: OnSaleToggle
  onStock: OnStockChange
  /** Receives the product as it is saved now. */
  onProduct(product: Product): void
  /** Adds a product that starts as a copy of this one. */
  onLike(): void
  onClose(): void
}

function errorOf(text: string): string | undefined {
  const price = parseYuan(text)
  if (price === null) return productFormWords.errors.price
  return price === 0 ? productFormWords.errors.noPrice : undefined
}

/** The typed prices, and the steps to save them: errors are marked, and a doubtful price is confirmed as in the form. */
function usePriceFields({ shop, product, onProduct, onClose }: NumbersSheetProps) {
  const [typed, setTyped] = useState<Readonly<Record<Id, string>>>({})
  const [tried, setTried] = useState(false)
  const [sure, setSure] = useState<readonly Id[]>([])
  const [doubted, setDoubted] = useState<Sku>()
  const { busy, error, save } = useChangePrices({ shopId: shop.id, product, onProduct })
  const textOf = ({ id, price }: Sku) => typed[id] ?? formatPrice(price)
  const isDoubtful = (sku: Sku) =>
    isDoubtfulPrice(textOf(sku), {
      ...{ trade: shop.trade, unit: product.unit, name: product.name, before: sku.price },
    })
  const changes = (): PriceChange[] =>
    product.skus
      .map((sku) => ({ skuId: sku.id, price: parseYuan(textOf(sku)) ?? 0, seen: sku.price }))
      .filter(({ price, seen }) => price !== seen)

  async function done(confirmed = sure) {
    setTried(true)
    if (product.skus.some((sku) => errorOf(textOf(sku)) !== undefined)) return
    const changed = changes()
    if (changed.length === 0) return onClose()
    const isOpen = ({ id }: Sku) => changed.some(({ skuId }) => skuId === id) && !confirmed.includes(id)
    const doubtful = product.skus.find((sku) => isOpen(sku) && isDoubtful(sku))
    setDoubted(doubtful)
    if (!doubtful && (await save(changed))) onClose()
  }

  function confirm() {
    const confirmed = doubted ? [...sure, doubted.id] : sure
    setSure(confirmed)
    void done(confirmed)
  }

  return {
    ...{ busy, error, textOf, done, doubted, confirm },
    endDoubt: () => setDoubted(undefined),
    errorOf: (sku: Sku) => (tried ? errorOf(textOf(sku)) : undefined),
    type(sku: Sku, text: string) {
      setTyped((now) => ({ ...now, [sku.id]: text }))
      setSure((now) => now.filter((id) => id !== sku.id))
    },
  }
}

/** Price and stock of each sku of a product, and what is done with the product as a whole. */
export function NumbersSheet(props: NumbersSheetProps) {
  const { shop, product, lowStock, onStock, onClose } = props
  const [delivered, setDelivered] = useState<Sku>()
  const prices = usePriceFields(props)
  const stocks = useDisplayedStocks(product.skus)
  const shownOf = (sku: Sku) => stocks[product.skus.indexOf(sku)]?.shown ?? sku.stock
  const whatOf = (sku: Sku) => productListWords.skuName(product.name, sku.label)

  if (delivered)
    return (
      <StockMoveSheet
        what={whatOf(delivered)}
        unit={product.unit}
        stock={shownOf(delivered)}
        lowStock={lowStock}
        onClose={() => setDelivered(undefined)}
        onMove={(delta) => {
          setDelivered(undefined)
          void moveStock(shop.id, delivered.id, delta, onStock)
        }}
      />
    )
  if (prices.doubted)
    return (
      <PriceDoubtSheet
        price={prices.textOf(prices.doubted)}
        before={prices.doubted.price}
        unit={product.unit}
        onSure={prices.confirm}
        onClose={prices.endDoubt}
      />
    )
  return (
    <Sheet
      title={product.name}
      // closed while a price is being saved, the sheet could not say that this failed
      onClose={() => prices.busy || onClose()}
      foot={
        <Button busy={prices.busy && productFormWords.saving} onPress={() => void prices.done()}>
          {productFormWords.save}
        </Button>
      }
    >
      <View className="numbers-sheet">
        {product.skus.map((sku) => (
          <View key={sku.id} className="numbers-sheet__sku">
            {sku.label && (
              <Text className="numbers-sheet__label" {...heading(3)}>
                {sku.label}
              </Text>
            )}
            <SkuStock
              shopId={shop.id}
              skuId={sku.id}
              what={whatOf(sku)}
              unit={product.unit}
              stock={shownOf(sku)}
              lowStock={lowStock}
              onStock={onStock}
              onDelivery={() => setDelivered(sku)}
            />
            <Field
              label={productListWords.priceOf(product.unit, sku.label)}
              kind="amount"
              value={prices.textOf(sku)}
              maxLength={10}
              focus={product.skus.length === 1}
              error={prices.errorOf(sku)}
              onChange={(text) => prices.type(sku, text)}
            />
          </View>
        ))}
        {prices.error && (
          <Text className="numbers-sheet__why" {...aria({ role: 'alert' })}>
            {prices.error}
          </Text>
        )}
        <ProductActions {...props} />
      </View>
    </Sheet>
  )
}

/** Hides or shows a product, copies it and shares it. */
function ProductActions({ shop: { slug }, product, onSale, onLike }: NumbersSheetProps) {
  const [isToggled, setIsToggled] = useState(false)
  const { id, name, onSale: isOnSale } = product
  const error = onSale.error?.productId === id ? onSale.error.message : undefined
  return (
    <View className="numbers-sheet__actions">
      {error && (
        <Text className="numbers-sheet__why" {...aria({ role: 'alert' })}>
          {error}
        </Text>
      )}
      {isToggled && !error && (
        <Text className="numbers-sheet__said" {...aria({ role: 'status' })}>
          {isOnSale ? productListWords.shownNow : productListWords.hiddenNow}
        </Text>
      )}
      <Button
        kind="line"
        size="small"
        icon={isOnSale ? 'hide' : 'show'}
        busy={onSale.busy === id && productListWords.busy}
        label={isOnSale ? productListWords.hideLabel(name) : productListWords.showLabel(name)}
        onPress={() => {
          setIsToggled(true)
          void onSale.toggle(product)
        }}
      >
        {isOnSale ? productListWords.hide : productListWords.show}
      </Button>
      <Button kind="line" size="small" icon="copy" onPress={onLike}>
        {productListWords.addLike}
      </Button>
      {isOnSale && (
        <Button
          kind="line"
          size="small"
          icon="share"
          label={shareWords.openLabel(name)}
          onPress={() => go(urlOf('share', { slug, id }))}
        >
          {shareWords.open}
        </Button>
      )}
    </View>
  )
}
