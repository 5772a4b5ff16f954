import { Text, View } from '@tarojs/components'
import type { Fulfilment } from '@/domain/order/fulfilment'
import { isSoldOut, type Product } from '@/domain/product/product'
import { LOW_STOCK, type Sku } from '@/domain/product/sku'
import type { Shop } from '@/domain/shop/shop'
import { deliveryTermsWords } from '@/locales/order/delivery-terms'
import { productPageWords } from '@/locales/storefront/storefront'
import { heading } from '@/platform/a11y/aria'
import { Card } from '@/ui/card/card'
import { Price } from '@/ui/price/price'
import './product-facts.scss'

interface ProductFactsProps {
  shop: Shop
  product: Product
  sku: Sku | undefined
}

/** Guests of an inn choose their day further below. */
const isDelivery = (kind: Fulfilment): boolean => kind !== 'on-site'

/** A product's name, price, note, delivery costs and where it is picked up, and a hint if the stock is low or sold out. */
export function ProductFacts({ shop, product, sku }: ProductFactsProps) {
  const low = sku && sku.stock > 0 && sku.stock <= LOW_STOCK
  return (
    <Card>
      <View className="product-facts__name" {...heading(1)}>
        <Text>{product.name}</Text>
      </View>
      {sku && <Price fen={sku.price} unit={product.unit} size="large" />}
      {low && <Text className="product-facts__low">{productPageWords.low(sku.stock, product.unit)}</Text>}
      {product.note && <Text className="product-facts__note">{product.note}</Text>}
      {shop.fulfilments.filter(isDelivery).map((kind) => (
        <Text key={kind} className="product-facts__sending">
          {deliveryTermsWords.sending(kind, shop)}
        </Text>
      ))}
      {isSoldOut(product) && (
        <View className="product-facts__out">
          <Text className="product-facts__out-title">{productPageWords.soldOut}</Text>
          <Text className="product-facts__note">{productPageWords.soldOutText}</Text>
        </View>
      )}
    </Card>
  )
}
