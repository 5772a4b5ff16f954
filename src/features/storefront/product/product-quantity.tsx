import { Text, View } from '@tarojs/components'
import type { Product } from '@/domain/product/product'
import { productPageWords } from '@/locales/storefront/storefront'
import { Card } from '@/ui/card/card'
import { Stepper } from '@/ui/stepper/stepper'
import type { ProductChoice } from './use-product-choice'
import './product-choices.scss'

/** Chooses the quantity, from one to the available maximum. */
export function ProductQuantity({ product, choice }: { product: Product; choice: ProductChoice }) {
  const { quantity, max, inCart, setQuantity } = choice
  const { name, unit } = product
  return (
    <Card>
      <View className="product-choices__quantity">
        <View className="product-choices__words">
          <Text className="product-choices__label">{productPageWords.quantity(unit)}</Text>
          {inCart > 0 && (
            <Text className="product-choices__note">{productPageWords.inCart(inCart, unit)}</Text>
          )}
        </View>
        <Stepper label={name} value={quantity} min={1} max={Math.max(1, max)} onChange={setQuantity} />
      </View>
    </Card>
  )
}
