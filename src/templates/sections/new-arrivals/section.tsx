import { Text, View } from '@tarojs/components'
import { dayOf } from '@/domain/day'
import { aria } from '@/platform/a11y/aria'
import { GoodsRow } from '../../goods/goods-row'
import { SectionTitle } from '../../goods/section-title'
import type { SectionProps } from '../../section'
import { newestProducts } from './newest-products'
import type { NewArrivalsSettings } from './settings'
import { newArrivalsWords as words } from './words'
import './section.scss'

/** The newest products, newest first, along a line of days. */
export function NewArrivals(section: SectionProps<NewArrivalsSettings>) {
  const { settings, shop, products, context, closed, claimed, today } = section
  const { category } = context
  const shown = newestProducts(
    products.filter(({ id }) => !claimed.includes(id)),
    settings.most,
  ).filter((product) => category === null || product.category === category)
  if (shown.length === 0) return null
  const goods = { trade: shop.trade, context, closed, picture: 'small' } as const
  const dayWords = shown.map(({ createdAt }) => (createdAt > 0 ? words.came(dayOf(createdAt), today) : ''))
  return (
    <View className="look__section new-arrivals">
      <SectionTitle>{settings.title || words.title}</SectionTitle>
      <View className="new-arrivals__line" {...aria({ role: 'list' })}>
        {shown.map((product, at) => (
          <View key={product.id} className="new-arrivals__one">
            {dayWords[at] && dayWords[at] !== dayWords[at - 1] && (
              <Text className="new-arrivals__day">{dayWords[at]}</Text>
            )}
            <GoodsRow product={product} at={at + 1} of={shown.length} {...goods} />
          </View>
        ))}
      </View>
    </View>
  )
}
