import { View } from '@tarojs/components'
import { productWords } from '@/locales/zh-CN/storefront'
import { Button } from '@/ui/button/button'
import type { Choice } from './use-choice'
import './product-foot.scss'

interface ProductFootProps {
  unit: string
  choice: Choice
  onAdd(): void
  onBuy(): void
  onOthers(): void
}

/** Buying: at once, or put in the cart and go on looking. */
export function ProductFoot({ unit, choice, onAdd, onBuy, onOthers }: ProductFootProps) {
  const { sku, quantity, inCart } = choice
  const { others, change, add, buy } = productWords
  const asInCart = inCart === quantity
  return (
    <View className="product-foot">
      <View className="product-foot__add">
        <Button kind="soft" onPress={asInCart ? onOthers : onAdd}>
          {asInCart ? others : inCart > 0 ? change(quantity, unit) : add}
        </Button>
      </View>
      <View className="product-foot__buy">
        <Button onPress={onBuy}>{buy((sku?.price ?? 0) * quantity)}</Button>
      </View>
    </View>
  )
}
