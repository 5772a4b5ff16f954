import { Text, View } from '@tarojs/components'
import { isSoldOut, type Product } from '@/domain/product/product'
import { buyWords, goodsWords } from '@/locales/product/goods'
import type { SectionContext } from '../section'
import { GoodsChange } from './goods-change'
import { pressableIn } from './pressable-in'

interface BuyButtonProps {
  product: Product
  context: SectionContext
  closed: boolean
}

/** The main button of a product shown large, with a − beside it. Its width does not change with the quantity in the cart. */
export function BuyButton({ product, context, closed }: BuyButtonProps) {
  const quantity = context.useQuantity(product)
  if (isSoldOut(product)) return <Text className="goods__state">{goodsWords.soldOut}</Text>
  if (closed) return <Text className="goods__state">{goodsWords.resting}</Text>
  if (context.isViewOnly) return null
  const hasChoice = product.skus.length > 1
  const chosen = hasChoice ? 0 : quantity
  const { name } = product
  const label = hasChoice
    ? goodsWords.choose(name)
    : chosen > 0
      ? buyWords.more(name, chosen)
      : goodsWords.add(name)
  return (
    <GoodsChange product={product} quantity={quantity} context={context}>
      <View className="goods-large__buy" {...pressableIn(context, label, () => context.add(product))}>
        <Text>{hasChoice ? buyWords.choose : buyWords.buy}</Text>
        {chosen > 0 && <Text className="goods__count">{chosen}</Text>}
      </View>
    </GoodsChange>
  )
}
