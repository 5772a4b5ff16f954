import { Text, View } from '@tarojs/components'
import { isSoldOut, type Product } from '@/domain/product/product'
import { goodsWords } from '@/locales/product/goods'
import { aria } from '@/platform/a11y/aria'
import type { SectionContext } from '../section'
import { GoodsChange } from './goods-change'
import { pressableIn } from './pressable-in'

interface AddButtonProps {
  product: Product
  context: SectionContext
  closed: boolean
  /** In a line that ends with its price. */
  inLine?: boolean
}

/** The + and − buttons with the quantity in the cart; a word instead if the product cannot be bought. */
export function AddButton({ product, context, closed, inLine = false }: AddButtonProps) {
  const quantity = context.useQuantity(product)
  const words = goodsWords
  if (isSoldOut(product)) return <Text className="goods__state">{words.soldOut}</Text>
  if (closed) return <Text className="goods__state">{words.resting}</Text>
  if (context.isViewOnly) return null
  const { name, skus } = product
  const label = skus.length > 1 ? words.choose(name) : words.add(name)
  return (
    <GoodsChange product={product} quantity={quantity} context={context} inLine={inLine}>
      <View className="goods__add" {...pressableIn(context, label, () => context.add(product))} />
      {quantity > 0 && (
        <Text className="goods__count" {...aria({ role: 'status' })}>
          {quantity}
        </Text>
      )}
    </GoodsChange>
  )
}
