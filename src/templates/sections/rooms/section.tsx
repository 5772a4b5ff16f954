import { View } from '@tarojs/components'
import { categoriesOf } from '@/domain/product/categories'
import { GoodsBlock } from '../../goods/goods-block'
import { SectionTitle } from '../../goods/section-title'
import { visibleProducts } from '../../goods/visible-products'
import type { SectionProps } from '../../section'
import { Dish } from './dish'
import { Room } from './room'
import type { RoomsSettings } from './settings'
import './section.scss'

const about = { rooms: 300, menu: 64 }

/** The rooms or dishes of a guest house, by category. */
export function Rooms(section: SectionProps<RoomsSettings>) {
  const { settings, shop, products, context, closed, claimed } = section
  const { title, form, soldOut } = settings
  const shown = visibleProducts(products, { category: context.category, soldOut, claimed, more: false })
  const categories = categoriesOf(shown, shop)
  const goods = { trade: shop.trade, context, closed }
  const Offer = form === 'menu' ? Dish : Room
  const group = (category: string | undefined, heading: string) => (
    <GoodsBlock
      key={category ?? ''}
      section={{
        ...section,
        products:
          category === undefined ? products : products.filter((one) => (one.category ?? '') === category),
        settings: { title: heading, soldOut },
      }}
      name="rooms"
      form={form}
      about={about[form]}
    >
      {(product, place) => <Offer key={product.id} product={product} {...place} {...goods} />}
    </GoodsBlock>
  )
  if (categories.length < 2) return group(undefined, title || (categories[0] ?? ''))
  const others = shown.some(({ category }) => !category)
  return (
    <View className="look__section rooms-groups">
      <SectionTitle>{title}</SectionTitle>
      {others && group('', '')}
      {categories.map((category) => group(category, category))}
    </View>
  )
}
