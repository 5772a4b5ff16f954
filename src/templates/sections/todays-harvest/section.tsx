import { Text, View } from '@tarojs/components'
import { type Product, totalStock } from '@/domain/product/product'
import { DEFAULT_STOCK } from '@/domain/product/sku'
import { aria } from '@/platform/a11y/aria'
import { Price } from '@/ui/price/price'
import { BuyButton } from '../../goods/buy-button'
import { firstProducts } from '../../goods/first-products'
import type { GoodsProps } from '../../goods/goods-card'
import { goodsLabel } from '../../goods/goods-label'
import { GoodsPicture } from '../../goods/goods-picture'
import { pressableIn } from '../../goods/pressable-in'
import { priceTag } from '../../goods/price-tag'
import { SectionTitle } from '../../goods/section-title'
import type { SectionProps } from '../../section'
import type { TodaysHarvestSettings } from './settings'
import { todaysHarvestWords as words } from './words'
import '../../goods/goods-large.scss'
import './section.scss'

/** The remaining stock of a product; `undefined` if the owner has not set it. */
function remainingStock(product: Product): number | undefined {
  const stock = totalStock(product)
  return stock < DEFAULT_STOCK ? stock : undefined
}

function Basket({ product, trade, context, closed }: GoodsProps) {
  const tag = priceTag(product)
  const open = pressableIn(context, goodsLabel(product), () => context.openProduct(product), { role: 'link' })
  return (
    <View className="harvest__basket" {...aria({ role: 'listitem' })}>
      <View className="harvest__picture" {...open}>
        <GoodsPicture {...{ product, trade, context }} width={375} ratio={1} />
      </View>
      <View className="harvest__words">
        <Text className="harvest__name">{product.name}</Text>
        <Text className="harvest__left">{words.left(remainingStock(product), product.unit)}</Text>
        {tag && <Price fen={tag.fen} from={tag.from} unit={product.unit} />}
      </View>
      <BuyButton product={product} context={context} closed={closed} />
    </View>
  )
}

/** Today's harvest: product cards with their remaining stock. */
export function TodaysHarvest(section: SectionProps<TodaysHarvestSettings>) {
  const { settings, shop, products, context, closed, claimed, today } = section
  const { category } = context
  const shown = firstProducts(
    products.filter(({ id }) => !claimed.includes(id)),
    settings,
  ).filter((product) => category === null || product.category === category)
  if (shown.length === 0) return null
  return (
    <View className="look__section harvest">
      <View className="harvest__paper">
        <SectionTitle>{settings.title || words.title(settings.day, today)}</SectionTitle>
        {settings.day && <Text className="harvest__day">{words.day(settings.day)}</Text>}
        <View className="harvest__list" {...aria({ role: 'list' })}>
          {shown.map((product) => (
            <Basket key={product.id} product={product} trade={shop.trade} context={context} closed={closed} />
          ))}
        </View>
      </View>
    </View>
  )
}
