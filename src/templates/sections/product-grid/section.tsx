import { View } from '@tarojs/components'
import { EmptyGoods } from '../../goods/empty-goods'
import { GoodsBlocks } from '../../goods/goods-blocks'
import { GoodsCard } from '../../goods/goods-card'
import { GoodsLarge } from '../../goods/goods-large'
import { SectionTitle } from '../../goods/section-title'
import { visibleProducts } from '../../goods/visible-products'
import type { SectionProps } from '../../section'
import type { ProductGridSettings } from './settings'
import './section.scss'

/** Products side by side: two on a phone, up to four where there is room; a single one is shown large. */
export function ProductGrid(props: SectionProps<ProductGridSettings>) {
  const { settings, shop, products, scene, closed, claimed } = props
  const shown = visibleProducts(products, { category: scene.category, soldOut: settings.soldOut, claimed })
  const [only] = shown
  if (!only && claimed.length > 0) return null
  const goods = { trade: shop.trade, scene, closed }
  return (
    <View className="look__section product-grid">
      <SectionTitle>{settings.title}</SectionTitle>
      {!only && <EmptyGoods shop={shop} soldOut={products.some((product) => product.onSale)} />}
      {only && shown.length === 1 && <GoodsLarge product={only} {...goods} />}
      {shown.length > 1 && (
        <GoodsBlocks
          products={shown}
          className={`product-grid__block ${shown.length < 4 ? 'product-grid__block--few' : ''}`}
        >
          {(product) => <GoodsCard key={product.id} product={product} {...goods} />}
        </GoodsBlocks>
      )}
    </View>
  )
}
