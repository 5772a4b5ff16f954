import { Text, View } from '@tarojs/components'
import type { Fulfilment } from '@/domain/order/fulfilment'
import { isSoldOut, type Product } from '@/domain/product/product'
import { LOW_STOCK, type Sku } from '@/domain/product/sku'
import type { Shop } from '@/domain/shop/shop'
import { deliveryTermsWords } from '@/locales/order/delivery-terms'
import { productPageWords } from '@/locales/storefront/storefront'
import { aria, heading, pressable } from '@/platform/a11y/aria'
import { dial } from '@/platform/device/dial'
import { embeddedShop } from '@/platform/embedded-shop/embedded-shop'
import { singlePage } from '@/platform/lifecycle/launch'
import { go } from '@/platform/navigation/navigate'
import { urlOf } from '@/routes'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { Price } from '@/ui/price/price'
import { Stepper } from '@/ui/stepper/stepper'
import { WechatIdButton } from '@/ui/wechat-id/wechat-id-button'
import { sellsByDay } from '../use-section-context'
import { ProductDay } from './product-day'
import { ProductPhotos } from './product-photos'
import type { ProductChoice } from './use-product-choice'
import './product-view.scss'
import './product-choices.scss'

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

/** Chooses the quantity, from one to the available maximum. */
function ProductQuantity({ product, choice }: { product: Product; choice: ProductChoice }) {
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
function SkuChoice({ product, chosen, onChoose }: SkuChoiceProps) {
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

interface ProductFactsProps {
  shop: Shop
  product: Product
  sku: Sku | undefined
}

/** Guests of an inn choose their day further below. */
const isDelivery = (kind: Fulfilment): boolean => kind !== 'on-site'

/** A product's name, price, note, delivery costs and where it is picked up, and a hint if the stock is low or sold out. */
function ProductFacts({ shop, product, sku }: ProductFactsProps) {
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
