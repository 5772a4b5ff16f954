import { View } from '@tarojs/components'
import { productPageWords } from '@/locales/storefront/storefront'
import { Button } from '@/ui/button/button'
import type { ProductChoice } from './use-product-choice'
import './product-foot.scss'

interface ProductFootProps {
  unit: string
  choice: ProductChoice
  onAdd(): void
  onBuy(): void
  onOthers(): void
}

/** The buttons to buy at once or to put the choice into the cart. */
export function ProductFoot({ unit, choice, onAdd, onBuy, onOthers }: ProductFootProps) {
  const { sku, quantity, inCart } = choice
  const { others, change, add, buy } = productPageWords
  const isInCart = inCart === quantity
  return (
    <View className="product-foot">
      <View className="product-foot__add">
        <Button kind="soft" onPress={isInCart ? onOthers : onAdd}>
          {isInCart ? others : inCart > 0 ? change(quantity, unit) : add}
        </Button>
      </View>
      <View className="product-foot__buy">
        <Button onPress={onBuy}>{buy((sku?.price ?? 0) * quantity)}</Button>
      </View>
    </View>
  )
}
