import { Text, View } from '@tarojs/components'
import { photoPath } from '@/domain/photo'
import { isSoldOut, leadSku, type Product } from '@/domain/product'
import type { Trade } from '@/domain/trade'
import { findGoodsWords as words } from '@/locales/find-goods'
import { pressable } from '@/platform/a11y/aria'
import { assetUrl } from '@/platform/media/assets'
import { Card } from '@/ui/card/card'
import { Picture } from '@/ui/picture/picture'
import { Price } from '@/ui/price/price'

interface FoundProductProps {
  trade: Trade
  product: Product
  onOpen(): void
}

/** A product that was found, which opens its page. */
export function FoundProduct({ trade, product, onOpen }: FoundProductProps) {
  const [photo] = product.photos
  const lead = leadSku(product)
  const hasSeveralPrices = new Set(product.skus.map(({ price }) => price)).size > 1
  return (
    <Card>
      <View className="find-goods__card" {...pressable(null, onOpen, { role: 'link' })}>
        <View className="find-goods__picture">
          <Picture
            src={photo && assetUrl(photoPath(photo.hash, 375))}
            art={trade}
            goods={product.name}
            alt=""
            ratio={1}
            rounded
            lazy
          />
        </View>
        <View className="find-goods__words">
          <Text className="find-goods__name">{product.name}</Text>
          {isSoldOut(product) ? (
            <Text className="find-goods__hint">{words.soldOut}</Text>
          ) : (
            lead && <Price fen={lead.price} unit={product.unit} from={hasSeveralPrices} size="small" />
          )}
        </View>
      </View>
    </Card>
  )
}
