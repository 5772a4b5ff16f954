import { Text, View } from '@tarojs/components'
import { memo } from 'react'
import { aria } from '@/platform/a11y/aria'
import type { ListPlace } from '@/ui/long-list/long-list'
import { Price } from '@/ui/price/price'
import { AddButton } from '../../goods/add-button'
import type { GoodsProps } from '../../goods/goods-card'
import { pressableIn } from '../../goods/pressable-in'
import { priceTag } from '../../goods/price-tag'

/** A menu line: a dish, dots, its price and +. */
export const Dish = memo(function Dish({ product, context, closed, at, of }: GoodsProps & ListPlace) {
  const tag = priceTag(product)
  const open = pressableIn(context, null, () => context.openProduct(product), { role: 'link' })
  return (
    <View className="rooms__dish" {...aria({ role: 'listitem', posinset: at, setsize: of })}>
      <View className="rooms__dish-open" {...open}>
        <View className="rooms__dish-words">
          <Text className="rooms__name">{product.name}</Text>
          {product.note && <Text className="rooms__note">{product.note}</Text>}
        </View>
        <View className="rooms__dots" />
        {tag && <Price fen={tag.fen} from={tag.from} unit={product.unit} />}
      </View>
      <AddButton product={product} context={context} closed={closed} />
    </View>
  )
})
