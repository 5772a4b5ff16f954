import { Text, View } from '@tarojs/components'
import { isSoldOut, type Product } from '@/domain/sku'
import { sectionWords } from '@/locales/zh-CN/sections'
import { Icon } from '@/ui/icon/icon'
import type { SectionContext } from '../section'
import { press } from './press'

interface AddButtonProps {
  product: Product
  context: SectionContext
  closed: boolean
}

/** A + with how many are in the cart; the word for it where nothing can be bought. */
export function AddButton({ product, context, closed }: AddButtonProps) {
  const quantity = context.useQuantity(product)
  const words = sectionWords.goods
  if (isSoldOut(product)) return <Text className="goods__state">{words.soldOut}</Text>
  if (closed) return <Text className="goods__state">{words.resting}</Text>
  if (context.viewOnly) return null
  const label = product.skus.length > 1 ? words.choose(product.name) : words.add(product.name, quantity)
  return (
    <View className="goods__add" {...press(context, label, () => context.add(product))}>
      <Icon name="plus" />
      {quantity > 0 && <Text className="goods__count">{quantity}</Text>}
    </View>
  )
}
