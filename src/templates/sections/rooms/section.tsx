import { Text, View } from '@tarojs/components'
import { memo } from 'react'
import { categoriesOf } from '@/domain/product/categories'
import { isSoldOut, type Product } from '@/domain/product/product'
import { aria } from '@/platform/a11y/aria'
import type { ListPlace } from '@/ui/long-list/long-list'
import { Price } from '@/ui/price/price'
import { AddButton } from '../../goods/add-button'
import { BuyButton } from '../../goods/buy-button'
import { GoodsBlock } from '../../goods/goods-block'
import type { GoodsProps } from '../../goods/goods-card'
import { GoodsPicture } from '../../goods/goods-picture'
import { pressableIn } from '../../goods/pressable-in'
import { priceTag } from '../../goods/price-tag'
import { SectionTitle } from '../../goods/section-title'
import { visibleProducts } from '../../goods/visible-products'
import type { SectionProps } from '../../section'
import type { RoomsSettings } from './settings'
import { roomsWords as words } from './words'
import './section.scss'
import '../../goods/goods-large.scss'

const about = { rooms: 300, menu: 64 }

/** The units of what guests sleep in. */
const lodgingUnits = ['间', '床', '套', '晚', '夜']

/** The rooms or dishes of a guest house, by category; before them the best dishes, with photos. */
export function Rooms(section: SectionProps<RoomsSettings>) {
  const { settings, shop, products, context, closed, claimed } = section
  const { title, form, best, soldOut } = settings
  const shown = visibleProducts(products, { category: context.category, soldOut, claimed, more: false })
  const pictured = form === 'menu' && context.category === null ? dishesWithPhoto(shown, best) : []
  const others = pictured.length > 0 ? products.filter((one) => !pictured.includes(one)) : products
  const categories = categoriesOf(
    shown.filter((one) => !pictured.includes(one)),
    shop,
  )
  const goods = { trade: shop.trade, context, closed }
  const Offer = form === 'menu' ? Dish : Room
  const group = (key: string, heading: string, some: readonly Product[], hasPicture = false) => (
    <GoodsBlock
      key={key}
      section={{ ...section, products: some, settings: { title: heading, soldOut } }}
      name="rooms"
      form={hasPicture ? 'best' : form}
      about={about[form]}
    >
      {(product, place) => (
        <Offer key={product.id} product={product} hasPicture={hasPicture} {...place} {...goods} />
      )}
    </GoodsBlock>
  )
  if (categories.length < 2 && pictured.length === 0)
    return group('', title || (categories[0] ?? ''), products)
  const uncategorized = others.filter(({ category }) => !category)
  const hasUncategorized = shown.some((one) => uncategorized.includes(one))
  return (
    <View className="look__section rooms-groups">
      <SectionTitle>{title}</SectionTitle>
      {pictured.length > 0 && group('best', words.best, pictured, true)}
      {hasUncategorized && group('', '', uncategorized)}
      {categories.map((category) =>
        group(
          category,
          category,
          others.filter((one) => one.category === category),
        ),
      )}
    </View>
  )
}

/** The first dishes with a photo, as many as a menu shows with it. */
const dishesWithPhoto = (dishes: readonly Product[], best: number) =>
  dishes.filter((dish) => dish.photos.length > 0 && !isSoldOut(dish)).slice(0, best)

interface OfferProps extends GoodsProps, ListPlace {
  hasPicture: boolean
}

/** A menu line: a dish, dots, its price and +; a round photo before them, and no dots, for the best. */
const Dish = memo(function Dish({ product, trade, context, closed, hasPicture, at, of }: OfferProps) {
  const tag = priceTag(product)
  const price = tag && <Price fen={tag.fen} from={tag.from} unit={product.unit} />
  const open = pressableIn(context, null, () => context.openProduct(product), { role: 'link' })
  return (
    <View className="rooms__dish" {...aria({ role: 'listitem', posinset: at, setsize: of })}>
      <View className="rooms__dish-open" {...open}>
        {hasPicture && (
          <View className="rooms__plate">
            <GoodsPicture {...{ product, trade, context }} width={375} lazy />
          </View>
        )}
        <View className="rooms__dish-words">
          <Text className="rooms__name">{product.name}</Text>
          {product.note && <Text className="rooms__note">{product.note}</Text>}
          {hasPicture && price}
        </View>
        {!hasPicture && <View className="rooms__dots" />}
        {!hasPicture && price}
      </View>
      <AddButton product={product} context={context} closed={closed} inLine={!hasPicture} />
    </View>
  )
})

/** A room with its picture, and a button that opens the choice of days; what is no room, such as walnuts of a guest house, is bought. */
const Room = memo(function Room({ product, trade, context, closed, at, of }: OfferProps) {
  const tag = priceTag(product)
  const open = () => context.openProduct(product)
  const state = isSoldOut(product) ? words.full : closed ? words.resting : ''
  const look = state ? (
    <Text className="goods__state">{state}</Text>
  ) : (
    <View className="goods-large__buy" {...pressableIn(context, words.lookLabel(product.name), open)}>
      <Text>{words.look}</Text>
    </View>
  )
  return (
    <View
      className={`rooms__room ${isSoldOut(product) ? 'goods--out' : ''}`}
      {...aria({ role: 'listitem', posinset: at, setsize: of })}
    >
      <View className="rooms__open" {...pressableIn(context, null, open, { role: 'link' })}>
        <View className="goods__picture">
          <GoodsPicture {...{ product, trade, context }} width={750} ratio={0.62} lazy />
        </View>
        <View className="rooms__words">
          <Text className="rooms__name">{product.name}</Text>
          {product.note && <Text className="rooms__note">{product.note}</Text>}
        </View>
      </View>
      <View className="rooms__foot">
        <View className="goods__price">
          {tag && <Price fen={tag.fen} from={tag.from} unit={product.unit} size="large" />}
        </View>
        {lodgingUnits.includes(product.unit) ? look : <BuyButton {...{ product, context, closed }} />}
      </View>
    </View>
  )
})
