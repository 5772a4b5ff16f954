import { Text, View } from '@tarojs/components'
import { memo } from 'react'
import { isSoldOut } from '@/domain/product/product'
import { aria } from '@/platform/a11y/aria'
import type { ListPlace } from '@/ui/long-list/long-list'
import { Price } from '@/ui/price/price'
import type { GoodsProps } from '../../goods/goods-card'
import { GoodsPicture } from '../../goods/goods-picture'
import { pressableIn } from '../../goods/pressable-in'
import { priceTag } from '../../goods/price-tag'
import { roomsWords as words } from './words'
import '../../goods/goods-large.scss'

/** A room with its picture, and a button that opens the choice of days. */
export const Room = memo(function Room({ product, trade, context, closed, at, of }: GoodsProps & ListPlace) {
  const tag = priceTag(product)
  const open = () => context.openProduct(product)
  const state = isSoldOut(product) ? words.full : closed ? words.resting : ''
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
        {state ? (
          <Text className="goods__state">{state}</Text>
        ) : (
          <View className="goods-large__buy" {...pressableIn(context, words.lookLabel(product.name), open)}>
            <Text>{words.look}</Text>
          </View>
        )}
      </View>
    </View>
  )
})
