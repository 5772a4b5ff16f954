import { Text, View } from '@tarojs/components'
import { aria } from '@/platform/a11y/aria'
import { Icon } from '@/ui/icon/icon'
import { firstProducts } from '../../goods/first-products'
import { GoodsCard } from '../../goods/goods-card'
import { GoodsLarge } from '../../goods/goods-large'
import { SectionTitle } from '../../goods/section-title'
import type { SectionProps } from '../../section'
import type { ShelfSettings } from './settings'
import { shelfWords as words } from './words'
import './section.scss'

/** Products on a shelf that scrolls sideways; a single product is shown large. */
export function Shelf(section: SectionProps<ShelfSettings>) {
  const { settings, shop, products, context, closed, claimed } = section
  const { category } = context
  const shown = firstProducts(
    products.filter(({ id }) => !claimed.includes(id)),
    settings,
  ).filter((product) => category === null || product.category === category)
  const [only] = shown
  if (!only) return null
  const goods = { trade: shop.trade, context, closed }
  return (
    <View className="look__section shelf">
      <SectionTitle>{settings.title}</SectionTitle>
      {shown.length === 1 ? (
        <GoodsLarge product={only} {...goods} />
      ) : (
        <View className="shelf__row" {...aria({ role: 'list' })}>
          {shown.map((product, at) => (
            <View key={product.id} className="shelf__place">
              <GoodsCard product={product} at={at + 1} of={shown.length} {...goods} />
            </View>
          ))}
        </View>
      )}
      {shown.length > 1 && (
        <View className={`shelf__board shelf__board--${shown.length < 5 ? 'some' : 'many'}`}>
          {shown.length > 2 && (
            <>
              <Text>{words.all(shown.length)}</Text>
              <Text className="shelf__right">{words.right}</Text>
              <View className="shelf__arrow">
                <Icon name="right" size={20} />
              </View>
            </>
          )}
        </View>
      )}
    </View>
  )
}
