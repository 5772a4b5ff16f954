import { View } from '@tarojs/components'
import type { Product } from '@/domain/product/product'
import type { Shop } from '@/domain/shop/shop'
import { productPageWords } from '@/locales/storefront/storefront'
import { dial } from '@/platform/device/dial'
import { embeddedShop } from '@/platform/embedded-shop/embedded-shop'
import { singlePage } from '@/platform/lifecycle/launch'
import { go } from '@/platform/navigation/navigate'
import { urlOf } from '@/routes'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { WechatIdButton } from '@/ui/wechat-id/wechat-id-button'
import { sellsByDay } from '../use-section-context'
import { ProductDay } from './product-day'
import { ProductFacts } from './product-facts'
import { ProductPhotos } from './product-photos'
import { ProductQuantity } from './product-quantity'
import { SkuChoice } from './sku-choice'
import type { ProductChoice } from './use-product-choice'
import './product-view.scss'

interface ProductViewProps {
  shop: Shop
  product: Product
  choice: ProductChoice
  /** True if the chosen sku can be bought now. */
  isBuyable: boolean
  isDayMissing: boolean
}

/** A product's photos beside its facts and choices. */
export function ProductView({ shop, product, choice, isBuyable, isDayMissing }: ProductViewProps) {
  const { phone, wechatId, slug } = shop
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
        {isBuyable && sellsByDay(shop) && <ProductDay choice={choice} missing={isDayMissing} />}
        {isBuyable && <ProductQuantity product={product} choice={choice} />}
        {phone && !singlePage && (
          <Button kind="line" icon="phone" onPress={() => dial(phone)}>
            {productPageWords.call}
          </Button>
        )}
        {wechatId && !singlePage && <WechatIdButton id={wechatId} />}
        {!embeddedShop() && !singlePage && (
          <Button kind="line" icon="share" onPress={() => go(urlOf('share', { slug, id: product.id }))}>
            {productPageWords.share}
          </Button>
        )}
      </View>
    </View>
  )
}
