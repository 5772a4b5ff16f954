import { Text, View } from '@tarojs/components'
import { isSoldOut } from '@/domain/product/product'
import { Price } from '@/ui/price/price'
import { BuyButton } from './buy-button'
import type { GoodsProps } from './goods-card'
import { goodsLabel } from './goods-label'
import { GoodsPicture } from './goods-picture'
import { pressableIn } from './pressable-in'
import { priceTag } from './price-tag'
import './goods.scss'
import './goods-large.scss'

/** A product shown large; in a wide window the text stands beside its picture. */
export function GoodsLarge({ product, trade, context, closed }: GoodsProps) {
  const tag = priceTag(product)
  const open = pressableIn(context, goodsLabel(product), () => context.openProduct(product), { role: 'link' })
  return (
    <View className={`goods-large ${isSoldOut(product) ? 'goods--out' : ''}`}>
      <View className="goods-large__picture goods__picture" {...open}>
        <GoodsPicture {...{ product, trade, context }} width={750} alt={product.name} fits />
      </View>
      <View className="goods-large__words">
        {/* the name can be tapped, too; screen readers use the picture's link */}
        <Text
          className="goods-large__name"
          onClick={() => !context.isInert && !context.isViewOnly && context.openProduct(product)}
        >
          {product.name}
        </Text>
        {product.note && <Text className="goods-large__note">{product.note}</Text>}
        <View className="goods-large__foot">
          <View className="goods__price">
            {tag && <Price fen={tag.fen} from={tag.from} unit={product.unit} size="large" />}
          </View>
          <BuyButton product={product} context={context} closed={closed} />
        </View>
      </View>
    </View>
  )
}
