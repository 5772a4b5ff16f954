import { Text, View } from '@tarojs/components'
import { memo } from 'react'
import { aria } from '@/platform/a11y/aria'
import { Icon } from '@/ui/icon/icon'
import type { ListPlace } from '@/ui/long-list/long-list'
import { Price } from '@/ui/price/price'
import { BuyButton } from '../../goods/buy-button'
import { GoodsBlock } from '../../goods/goods-block'
import type { GoodsProps } from '../../goods/goods-card'
import { GoodsPicture } from '../../goods/goods-picture'
import { pressableIn } from '../../goods/pressable-in'
import { priceTag } from '../../goods/price-tag'
import type { SectionProps } from '../../section'
import type { GroupOrderSettings } from './settings'
import { groupOrderWords as words } from './words'
import '../../goods/goods.scss'
import '../../goods/goods-large.scss'
import './section.scss'

interface LineProps extends GoodsProps, ListPlace {
  /** The group order's last day has passed. */
  isOver: boolean
}

const Line = memo(function Line({ product, trade, context, closed, isOver, at, of }: LineProps) {
  const tag = priceTag(product)
  const open = pressableIn(context, null, () => context.openProduct(product), { role: 'link' })
  return (
    <View className="group-order__line" {...aria({ role: 'listitem', posinset: at, setsize: of })}>
      <View className="group-order__number">
        <Text>{at}</Text>
      </View>
      <View className="group-order__open" {...open}>
        <View className="group-order__picture">
          <GoodsPicture {...{ product, trade, context }} width={375} ratio={1} rounded lazy />
        </View>
        <View className="group-order__words">
          <Text className="goods-row__name">{product.name}</Text>
          {product.note && <Text className="goods-row__note">{product.note}</Text>}
          {tag && <Price fen={tag.fen} from={tag.from} unit={product.unit} />}
        </View>
      </View>
      {isOver ? (
        <Text className="goods__state">{words.over}</Text>
      ) : (
        <BuyButton product={product} context={context} closed={closed} />
      )}
    </View>
  )
})

/** A 接龙 (group order) as known from WeChat groups: a note, a deadline, and numbered product lines. */
export function GroupOrder(section: SectionProps<GroupOrderSettings>) {
  const { settings, shop, context, closed, today } = section
  const isOver = settings.until !== '' && settings.until < today
  const goods = { trade: shop.trade, context, closed, isOver }
  return (
    <View className="look__section group-order-head">
      {(settings.words || settings.until) && (
        <View className="group-order-head__slip">
          {settings.until && (
            <View className="group-order-head__until">
              <Icon name="clock" size={22} />
              <Text className="group-order-head__until-words">{words.until(settings.until, today)}</Text>
            </View>
          )}
          {settings.words && <Text className="group-order-head__words">{settings.words}</Text>}
        </View>
      )}
      <GoodsBlock
        section={{ ...section, settings: { ...settings, title: settings.title || words.title } }}
        name="group-order"
        about={120}
      >
        {(product, place) => <Line key={product.id} product={product} {...place} {...goods} />}
      </GoodsBlock>
    </View>
  )
}
