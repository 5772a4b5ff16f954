import { View } from '@tarojs/components'
import type { Shop } from '@/domain/shop'
import type { Product } from '@/domain/sku'
import { productWords } from '@/locales/zh-CN/storefront'
import { dial } from '@/platform/device/dial'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { sellsDays } from '../use-scene'
import { ProductDay } from './product-day'
import { ProductFacts } from './product-facts'
import { ProductPhotos } from './product-photos'
import { ProductQuantity } from './product-quantity'
import { SkuChoice } from './sku-choice'
import type { Choice } from './use-choice'
import './product-view.scss'

interface ProductViewProps {
  shop: Shop
  product: Product
  choice: Choice
  /** Whether the chosen sku can be bought now. */
  buyable: boolean
  dayMissing: boolean
}

/** A product large, and what there is to choose about it. */
export function ProductView({ shop, product, choice, buyable, dayMissing }: ProductViewProps) {
  const { phone } = shop
  return (
    <View className="product-view">
      <View className="product-view__picture">
        <ProductPhotos photos={product.photos} trade={shop.trade} name={product.name} />
      </View>
      <View className="product-view__choices">
        <ProductFacts shop={shop} product={product} sku={choice.sku} />
        {product.skus.length > 1 && (
          <Card>
            <SkuChoice product={product} chosen={choice.sku} onChoose={choice.chooseSku} />
          </Card>
        )}
        {buyable && sellsDays(shop) && <ProductDay choice={choice} missing={dayMissing} />}
        {buyable && <ProductQuantity product={product} choice={choice} />}
        {phone && (
          <Button kind="line" icon="phone" onPress={() => dial(phone)}>
            {productWords.call}
          </Button>
        )}
      </View>
    </View>
  )
}
