import { View } from '@tarojs/components'
import { GoodsLarge } from '../../goods/goods-large'
import type { SectionProps } from '../../section'
import { featuredOf } from './featured'
import type { FeaturedProductSettings } from './settings'

/** One product shown large; it steps back while buyers look at another category. */
export function FeaturedProduct(props: SectionProps<FeaturedProductSettings>) {
  const { settings, shop, products, context, closed, claimed } = props
  const product = featuredOf(
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
