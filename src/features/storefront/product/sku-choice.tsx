import { Text, View } from '@tarojs/components'
import type { Product } from '@/domain/product/product'
import { LOW_STOCK, type Sku } from '@/domain/product/sku'
import { productPageWords } from '@/locales/storefront/storefront'
import { aria, pressable } from '@/platform/a11y/aria'
import { Price } from '@/ui/price/price'
import './sku-choice.scss'

interface SkuChoiceProps {
  product: Product
  chosen: Sku | undefined
  onChoose(sku: Sku): void
}

function stockWords(sku: Sku, unit: string): string {
  if (sku.stock === 0) return productPageWords.soldOut
  return sku.stock <= LOW_STOCK ? productPageWords.low(sku.stock, unit) : ''
}

/** Chooses a sku of a product; each shows its price, and its stock when low. */
export function SkuChoice({ product, chosen, onChoose }: SkuChoiceProps) {
  return (
    <View className="sku-choice" {...aria({ role: 'radiogroup', label: productPageWords.skus })}>
      {product.skus.map((sku) => {
        const label = sku.label ?? product.unit
        const stock = stockWords(sku, product.unit)
        const on = sku.id === chosen?.id
        return (
          <View
            key={sku.id}
            className={`sku-choice__sku ${on ? 'sku-choice__sku--on' : ''}`}
            {...pressable(null, () => onChoose(sku), { role: 'radio', checked: on })}
          >
            <Text className="sku-choice__label">{label}</Text>
            <Price fen={sku.price} size="small" />
            {stock && <Text className="sku-choice__left">{stock}</Text>}
          </View>
        )
      })}
    </View>
  )
}
