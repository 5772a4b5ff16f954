import { View } from '@tarojs/components'
import { type CSSProperties, type ReactNode, useState } from 'react'
import { dayOf } from '@/domain/day'
import { themeVariables } from '@/domain/look/theme'
import type { CartItem } from '@/domain/product/cart-check'
import type { Product } from '@/domain/product/product'
import { isClosed } from '@/domain/shop/shop'
import { productPageWords, storefrontWords } from '@/locales/storefront/storefront'
import { singlePage } from '@/platform/lifecycle/launch'
import { serverNow } from '@/platform/lifecycle/server-clock'
import { backToShop, go } from '@/platform/navigation/navigate'
import { scrollToElement } from '@/platform/navigation/scroll'
import { urlOf } from '@/routes'
import { Button } from '@/ui/button/button'
import { useFlash } from '@/ui/flash/flash'
import { Page } from '@/ui/page/page'
import { ClosedNotice } from '../closed-notice'
import { SinglePageFoot } from '../single-page-foot'
import { StorefrontLinks } from '../storefront-links'
import { sellsByDay } from '../use-section-context'
import { useProductShare } from '../use-share'
import type { Storefront } from '../use-storefront'
import { DAY_CARD_ID } from './product-day'
import { ProductView } from './product-view'
import { type ProductChoice, useProductChoice } from './use-product-choice'
import './product-foot.scss'

interface ProductScreenProps {
  storefront: Storefront
  product: Product
  /** The note of a stale shop, above everything else. */
  note: ReactNode
  items: readonly CartItem[]
  put(item: CartItem, stock: number): void
}

type AddToCartProps = Pick<ProductScreenProps, 'storefront' | 'product' | 'put'> & {
  choice: ProductChoice
  /** Tells that the cart holds the whole stock already. */
  onFull(message: string): void
}

/** Putting the choice into the cart; `isDayMissing` once that was tried without a day. */
function useAddToCart({ storefront, product, choice, put, onFull }: AddToCartProps) {
  const [isDayMissing, setDayMissing] = useState(false)

  /** Returns `false` if the day is missing or the stock is exhausted. */
  const addToCart = (): boolean => {
    const { item, sku, day } = choice
    if (!item || !sku) return false
    if (sellsByDay(storefront.shop) && day === undefined) {
      setDayMissing(true)
      scrollToElement(DAY_CARD_ID)
      return false
    }
    if (choice.max === 0) {
      onFull(storefrontWords.full(sku.stock, product.unit))
      return false
    }
    put(item, sku.stock)
    return true
  }
  return { addToCart, isDayMissing }
}

/** A loaded product: its photos and facts, the choices, and the buttons to add it to the cart or buy it. */
export function ProductScreen({ storefront, product, note, items, put }: ProductScreenProps) {
  const { shop, look } = storefront
  const choice = useProductChoice(product, items)
  const { flash, say } = useFlash()
  const { addToCart, isDayMissing } = useAddToCart({ storefront, product, choice, put, onFull: say })
  useProductShare(shop, product)
  const toShop = () => backToShop(shop.slug)
  const closed = isClosed(shop, dayOf(serverNow()))
  const isBuyable = !closed && (choice.sku?.stock ?? 0) > 0
  const foot = closed ? (
    <ClosedNotice shop={shop} />
  ) : singlePage ? (
    <SinglePageFoot shop={shop} />
  ) : isBuyable ? (
    <ProductFoot
      unit={product.unit}
      choice={choice}
      onAdd={() => addToCart() && say(productPageWords.added)}
      onBuy={() => addToCart() && go(urlOf('checkout', { slug: shop.slug }))}
      onOthers={toShop}
    />
  ) : null

  return (
    <Page
      title={shop.name}
      headed
      wide
      onBack={toShop}
      style={themeVariables(look.theme) as CSSProperties}
      foot={foot}
    >
      {note}
      <ProductView
        shop={shop}
        product={product}
        choice={choice}
        isBuyable={isBuyable && !singlePage}
        isDayMissing={isDayMissing}
      />
      {!singlePage && <StorefrontLinks reported={{ shop: shop.id, product: product.id }} />}
      {flash}
    </Page>
  )
}

interface ProductFootProps {
  unit: string
  choice: ProductChoice
  onAdd(): void
  onBuy(): void
  onOthers(): void
}

/** The buttons to buy at once or to put the choice into the cart. */
function ProductFoot({ unit, choice, onAdd, onBuy, onOthers }: ProductFootProps) {
  const { sku, quantity, inCart } = choice
  const { others, change, add, buy } = productPageWords
  const isInCart = inCart === quantity
  return (
    <View className="product-foot">
      <View className="product-foot__add">
        <Button kind="soft" onPress={isInCart ? onOthers : onAdd}>
          {isInCart ? others : inCart > 0 ? change(quantity, unit) : add}
        </Button>
      </View>
      <View className="product-foot__buy">
        <Button onPress={onBuy}>{buy((sku?.price ?? 0) * quantity)}</Button>
      </View>
    </View>
  )
}
