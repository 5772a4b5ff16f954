import { Text, View } from '@tarojs/components'
import { isSoldOut, type Product } from '@/domain/sku'
import { sectionWords } from '@/locales/zh-CN/sections'
import type { SectionContext } from '../section'
import { press } from './press'

interface BuyButtonProps {
  product: Product
  context: SectionContext
  closed: boolean
}

/** The main button of a product shown large, which says what a tap will do; as wide with one in the cart as without. */
export function BuyButton({ product, context, closed }: BuyButtonProps) {
  const quantity = context.useQuantity(product)
  const { goods, featured } = sectionWords
  if (isSoldOut(product)) return <Text className="goods__state">{goods.soldOut}</Text>
  if (closed) return <Text className="goods__state">{goods.resting}</Text>
  if (context.viewOnly) return null
  const several = product.skus.length > 1
  const chosen = several ? 0 : quantity
  const { name } = product
  const label = several ? goods.choose(name) : chosen > 0 ? featured.more(name, chosen) : goods.add(name, 0)
  return (
    <View className="goods-large__buy" {...press(context, label, () => context.add(product))}>
      <Text>{several ? featured.choose : featured.buy}</Text>
      {chosen > 0 && <Text className="goods__count">{chosen}</Text>}
    </View>
  )
}
