import { Text, View } from '@tarojs/components'
import { isSoldOut, type Product } from '@/domain/product'
import { goodsWords } from '@/locales/goods'
import { Icon } from '@/ui/icon/icon'
import type { SectionContext } from '../section'
import { pressableIn } from './pressable-in'

interface AddButtonProps {
  product: Product
  context: SectionContext
  closed: boolean
}

/** The + button with the quantity in the cart; a word instead if the product cannot be bought. */
export function AddButton({ product, context, closed }: AddButtonProps) {
  const quantity = context.useQuantity(product)
  const words = goodsWords
  if (isSoldOut(product)) return <Text className="goods__state">{words.soldOut}</Text>
  if (closed) return <Text className="goods__state">{words.resting}</Text>
  if (context.isViewOnly) return null
  const label = product.skus.length > 1 ? words.choose(product.name) : words.add(product.name, quantity)
  return (
    <View className="goods__add" {...pressableIn(context, label, () => context.add(product))}>
      <Icon name="plus" />
      {quantity > 0 && <Text className="goods__count">{quantity}</Text>}
    </View>
  )
}
