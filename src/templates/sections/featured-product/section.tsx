import { View } from '@tarojs/components'
import { GoodsLarge } from '../../goods/goods-large'
import type { SectionProps } from '../../section'
import { findFeatured } from './featured'
import type { FeaturedProductSettings } from './settings'

/** One product shown large; hidden while buyers view another category. */
export function FeaturedProduct(props: SectionProps<FeaturedProductSettings>) {
  const { settings, shop, products, context, closed, claimed } = props
  const product = findFeatured(
    settings.productId,
    products.filter(({ id }) => !claimed.includes(id)),
  )
  if (!product || (context.category !== null && product.category !== context.category)) return null
  return (
    <View className="look__section featured-product">
      <GoodsLarge product={product} trade={shop.trade} context={context} closed={closed} />
    </View>
  )
}
