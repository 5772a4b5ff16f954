import { Text, View } from '@tarojs/components'
import type { Product } from '@/domain/sku'
import { productWords } from '@/locales/zh-CN/storefront'
import { Card } from '@/ui/card/card'
import { Stepper } from '@/ui/stepper/stepper'
import type { Choice } from './use-choice'
import './product-choices.scss'

/** How many, between one and what there is. */
export function ProductQuantity({ product, choice }: { product: Product; choice: Choice }) {
  const { quantity, most, inCart, setQuantity } = choice
  const { name, unit } = product
  return (
    <Card>
      <View className="product-choices__quantity">
        <View className="product-choices__words">
          <Text className="product-choices__label">{productWords.quantity(unit)}</Text>
          {inCart > 0 && <Text className="product-choices__note">{productWords.inCart(inCart, unit)}</Text>}
        </View>
        <Stepper label={name} value={quantity} min={1} max={Math.max(1, most)} onChange={setQuantity} />
      </View>
    </Card>
  )
}
