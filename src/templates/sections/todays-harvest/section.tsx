import { Text, View } from '@tarojs/components'
import { aria } from '@/platform/a11y/aria'
import { Picture } from '@/ui/picture/picture'
import { Price } from '@/ui/price/price'
import { furtherSectionWords } from '@/words/zh/further-sections'
import { BuyButton } from '../../goods/buy-button'
import { firstOf } from '../../goods/first-of'
import type { GoodsProps } from '../../goods/goods-card'
import { goodsLabel } from '../../goods/goods-label'
import { press } from '../../goods/press'
import { SectionTitle } from '../../goods/section-title'
import { priceTag } from '../../goods/tag'
import type { SectionProps } from '../../section'
import { leftOf } from './left'
import type { TodaysHarvestSettings } from './settings'
import '../../goods/goods-large.scss'
import './section.scss'

function Basket({ product, trade, scene, closed }: GoodsProps) {
  const [photo] = product.photos
  const tag = priceTag(product)
  const open = press(scene, goodsLabel(product), () => scene.openProduct(product), { role: 'link' })
  return (
    <View className="harvest__basket" {...aria({ role: 'listitem' })}>
      <View className="harvest__picture" {...open}>
        <Picture
          src={photo && scene.photoUrl(photo, 375)}
          art={trade}
          goods={product.name}
          alt=""
          ratio={1}
        />
      </View>
      <View className="harvest__words">
        <Text className="harvest__name">{product.name}</Text>
        <Text className="harvest__left">
          {furtherSectionWords.harvest.left(leftOf(product), product.unit)}
        </Text>
        {tag && <Price fen={tag.fen} from={tag.from} unit={product.unit} />}
      </View>
      <BuyButton product={product} scene={scene} closed={closed} />
    </View>
  )
}

/** Baskets of what was just brought in, with what is left in each. */
export function TodaysHarvest(section: SectionProps<TodaysHarvestSettings>) {
  const { settings, shop, products, scene, closed, claimed, today } = section
  const { category } = scene
  const shown = firstOf(
    products.filter(({ id }) => !claimed.includes(id)),
    settings,
  ).filter((product) => category === null || product.category === category)
  if (shown.length === 0) return null
  const words = furtherSectionWords.harvest
  return (
    <View className="look__section harvest">
      <View className="harvest__paper">
        <SectionTitle>{settings.title || words.title(settings.day, today)}</SectionTitle>
        {settings.day && <Text className="harvest__day">{words.day(settings.day)}</Text>}
        <View {...aria({ role: 'list' })}>
          {shown.map((product) => (
            <Basket key={product.id} product={product} trade={shop.trade} scene={scene} closed={closed} />
          ))}
        </View>
      </View>
    </View>
  )
}
