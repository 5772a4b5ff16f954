import { View } from '@tarojs/components'
import { isSoldOut } from '@/domain/sku'
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

/** Half of a row of two on a phone. */
const ABOUT = 110

/**
 * Products side by side: two on a phone, up to four where there is room. A single one is shown large; where others stand
 * in sections above and it is sold out, it is a low row.
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
  const form = isLeftOver
    ? 'product-grid__block--row'
    : shown.length < 4 && !more
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
          about={ABOUT}
          className={`product-grid__block ${form}`}
        >
          {(product, place) =>
            isLeftOver ? (
              <GoodsRow key={product.id} product={product} picture="small" {...place} {...goods} />
            ) : (
              <GoodsCard key={product.id} product={product} {...place} {...goods} />
            )
          }
        </LongList>
      )}
    </View>
  )
}
