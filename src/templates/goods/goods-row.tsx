import { Text, View } from '@tarojs/components'
import { memo } from 'react'
import { isSoldOut } from '@/domain/product/product'
import { aria } from '@/platform/a11y/aria'
import type { ListPlace } from '@/ui/long-list/long-list'
import { Price } from '@/ui/price/price'
import { AddButton } from './add-button'
import type { GoodsProps } from './goods-card'
import { GoodsPicture } from './goods-picture'
import { pressableIn } from './pressable-in'
import { priceTag } from './price-tag'
import './goods.scss'

interface GoodsRowProps extends GoodsProps, ListPlace {
  picture: 'small' | 'large'
}

/** A product in a list: picture on the left, name, note, price and + on the right. */
export const GoodsRow = memo(function GoodsRow(props: GoodsRowProps) {
  const { product, trade, context, closed, picture, at, of } = props
  const tag = priceTag(product)
  const open = pressableIn(context, null, () => context.openProduct(product), { role: 'link' })
  return (
    <View
      className={`goods-row goods-row--${picture} ${isSoldOut(product) ? 'goods--out' : ''}`}
      {...aria({ role: 'listitem', posinset: at, setsize: of })}
    >
      <View className="goods-row__open" {...open}>
        <View className="goods-row__picture">
          <GoodsPicture {...{ product, trade, context }} width={375} ratio={1} rounded lazy />
        </View>
        <View className="goods-row__words">
          <Text className="goods-row__name">{product.name}</Text>
          {product.note && <Text className="goods-row__note">{product.note}</Text>}
          {tag && <Price fen={tag.fen} from={tag.from} unit={product.unit} />}
        </View>
      </View>
      <AddButton product={product} context={context} closed={closed} />
    </View>
  )
})
