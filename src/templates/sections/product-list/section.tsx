import { View } from '@tarojs/components'
import { EmptyGoods } from '../../goods/empty-goods'
import { GoodsBlocks } from '../../goods/goods-blocks'
import { GoodsRow } from '../../goods/goods-row'
import { SectionTitle } from '../../goods/section-title'
import { visibleProducts } from '../../goods/visible-products'
import type { SectionProps } from '../../section'
import type { ProductListSettings } from './settings'
import './section.scss'

/** Products one under another; two columns of them where there is room. */
export function ProductList(props: SectionProps<ProductListSettings>) {
  const { settings, shop, products, scene, closed, claimed } = props
  const shown = visibleProducts(products, { category: scene.category, soldOut: settings.soldOut, claimed })
  if (shown.length === 0 && claimed.length > 0) return null
  return (
    <View className={`look__section product-list product-list--${settings.picture}`}>
      <SectionTitle>{settings.title}</SectionTitle>
      {shown.length === 0 && <EmptyGoods shop={shop} soldOut={products.some((product) => product.onSale)} />}
      <GoodsBlocks products={shown} className="product-list__block">
        {(product) => (
          <GoodsRow
            key={product.id}
            product={product}
            trade={shop.trade}
            scene={scene}
            closed={closed}
            picture={settings.picture}
          />
        )}
      </GoodsBlocks>
    </View>
  )
}
