import { type CSSProperties, type ReactNode, useState } from 'react'
import type { CartItem } from '@/domain/cart-check'
import { dayOf } from '@/domain/day'
import { isClosed } from '@/domain/shop'
import type { Product } from '@/domain/sku'
import { themeVariables } from '@/domain/theme'
import { productWords, storefrontWords } from '@/locales/zh-CN/storefront'
import { backToShop, go } from '@/platform/navigation/navigate'
import { scrollToElement } from '@/platform/navigation/scroll'
import { urlOf } from '@/routes'
import { useFlash } from '@/ui/flash/flash'
import { Page } from '@/ui/page/page'
import { Resting } from '../resting'
import { sellsDays } from '../use-scene'
import type { Storefront } from '../use-storefront'
import { DAY_PART } from './product-day'
import { ProductFoot } from './product-foot'
import { ProductView } from './product-view'
import { useChoice } from './use-choice'

interface ProductScreenProps {
  storefront: Storefront
  product: Product
  /** Above all: how old it is. */
  note: ReactNode
  items: readonly CartItem[]
  put(item: CartItem, stock: number): void
}

/** A product that is there: look, choose, put in the cart or buy. */
export function ProductScreen({ storefront, product, note, items, put }: ProductScreenProps) {
  const { shop, look } = storefront
  const choice = useChoice(product, items)
  const [dayMissing, setDayMissing] = useState(false)
  const { flash, say } = useFlash()
  const toShop = () => backToShop(shop.slug)
  const closed = isClosed(shop, dayOf(Date.now()))
  const buyable = !closed && (choice.sku?.stock ?? 0) > 0

  /** Puts the choice in the cart; `false` while the day is missing. */
  const keep = (): boolean => {
    const { item, sku, day } = choice
    if (!item || !sku) return false
    if (sellsDays(shop) && day === undefined) {
      setDayMissing(true)
      scrollToElement(DAY_PART)
      return false
    }
    if (choice.most === 0) {
      say(storefrontWords.full(sku.stock, product.unit))
      return false
    }
    put(item, sku.stock)
    return true
  }
  const foot = closed ? (
    <Resting shop={shop} />
  ) : buyable ? (
    <ProductFoot
      unit={product.unit}
      choice={choice}
      onAdd={() => keep() && say(productWords.added)}
      onBuy={() => keep() && go(urlOf('checkout', { slug: shop.slug }))}
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
      <ProductView shop={shop} product={product} choice={choice} buyable={buyable} dayMissing={dayMissing} />
      {flash}
    </Page>
  )
}
