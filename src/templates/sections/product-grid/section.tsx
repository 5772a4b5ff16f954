import { View } from '@tarojs/components'
import { isSoldOut } from '@/domain/product/product'
import { LongList } from '@/ui/long-list/long-list'
import { EmptyGoods } from '../../goods/empty-goods'
import { GoodsCard } from '../../goods/goods-card'
import { GoodsLarge } from '../../goods/goods-large'
import { GoodsRow } from '../../goods/goods-row'
import { SectionTitle } from '../../goods/section-title'
import { visibleProducts } from '../../goods/visible-products'
import type { SectionProps } from '../../section'
import type { ProductGridSettings } from './settings'
import './section.scss'

/** The estimated height per product, in px: half a row of two on a phone. */
const ABOUT = 110

/**
 * Products side by side: two on a phone, up to four in a wide window. A single product is shown large, or as a row if it is sold
 * out and other sections show products.
 */
export function ProductGrid(props: SectionProps<ProductGridSettings>) {
  const { settings, shop, products, more, context, closed, claimed } = props
  const { category } = context
  const shown = visibleProducts(products, { category, soldOut: settings.soldOut, claimed, more })
  const [only] = shown
  if (!only && !more && claimed.length > 0) return null
  const goods = { trade: shop.trade, context, closed }
  const isSingle = shown.length === 1 && !more
  const isLeftOver = isSingle && only && isSoldOut(only) && claimed.length > 0
  const isLed = settings.lead === 'large' && !isLeftOver
  const form = isLeftOver
    ? 'product-grid__block--row'
    : shown.length < 4 && !more && !isLed
      ? 'product-grid__block--few'
      : ''
  return (
    <View className="look__section product-grid">
      <SectionTitle>{settings.title}</SectionTitle>
      {!only && !more && <EmptyGoods shop={shop} soldOut={products.some((product) => product.onSale)} />}
      {only && isSingle && !isLeftOver && <GoodsLarge product={only} {...goods} />}
      {(shown.length > 1 || more || isLeftOver) && (
        <LongList
          key={category}
          items={shown}
          open={more}
          estimatedHeight={ABOUT}
          extra={isLed ? 1 : 0}
          className={`product-grid__block ${form}`}
        >
          {(product, place) =>
            isLeftOver ? (
              <GoodsRow key={product.id} product={product} picture="small" {...place} {...goods} />
            ) : (
              <GoodsCard
                key={product.id}
                product={product}
                isLead={isLed && place.at === 1}
                button={settings.button}
                {...place}
                {...goods}
              />
            )
          }
        </LongList>
      )}
    </View>
  )
}
