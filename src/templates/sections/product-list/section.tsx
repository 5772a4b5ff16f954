import { View } from '@tarojs/components'
import { LongList } from '@/ui/long-list/long-list'
import { EmptyGoods } from '../../goods/empty-goods'
import { GoodsRow } from '../../goods/goods-row'
import { SectionTitle } from '../../goods/section-title'
import { visibleProducts } from '../../goods/visible-products'
import type { SectionProps } from '../../section'
import type { ProductListSettings } from './settings'
import './section.scss'

/** A row on a phone. */
const about = { small: 110, large: 145 }

/** Products one under another; two columns of them where there is room. */
export function ProductList(props: SectionProps<ProductListSettings>) {
  const { settings, shop, products, more, scene, closed, claimed } = props
  const { category } = scene
  const shown = visibleProducts(products, { category, soldOut: settings.soldOut, claimed, more })
  if (shown.length === 0 && !more && claimed.length > 0) return null
  return (
    <View className={`look__section product-list product-list--${settings.picture}`}>
      <SectionTitle>{settings.title}</SectionTitle>
      {shown.length === 0 && !more && (
        <EmptyGoods shop={shop} soldOut={products.some((product) => product.onSale)} />
      )}
      <LongList
        key={category}
        items={shown}
        open={more}
        about={about[settings.picture]}
        className="product-list__block"
      >
        {(product, place) => (
          <GoodsRow
            key={product.id}
            product={product}
            {...place}
            trade={shop.trade}
            scene={scene}
            closed={closed}
            picture={settings.picture}
          />
        )}
      </LongList>
    </View>
  )
}
