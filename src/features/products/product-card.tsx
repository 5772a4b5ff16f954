import { Text, View } from '@tarojs/components'
import type { Id } from '@/domain/id'
import { photoPath } from '@/domain/photo'
import { leadSku, type Product } from '@/domain/sku'
import type { Trade } from '@/domain/trade'
import { productsWords } from '@/locales/zh-CN/products'
import { pressable } from '@/platform/a11y/pressable'
import { assetUrl } from '@/platform/network/asset-url'
import { Card } from '@/ui/card/card'
import { Picture } from '@/ui/picture/picture'
import { Price } from '@/ui/price/price'
import { OnSaleRow } from './on-sale-row'
import { bodyOf, isAsSent } from './product-draft'
import { draftKey, useProductDrafts } from './product-drafts'
import type { OnStock } from './stock-moves'
import { StockRow } from './stock-row'
import type { OnSale } from './use-on-sale'
import './product-card.scss'

interface ProductCardProps {
  shopId: Id
  trade: Trade
  product: Product
  onSale: OnSale
  onStock: OnStock
  onOpen(): void
}

/** A product before its seller: what it is and costs, how much there is, and whether buyers see it. */
export function ProductCard({ shopId, trade, product, onSale, onStock, onOpen }: ProductCardProps) {
  const [photo] = product.photos
  const lead = leadSku(product)
  const typed = useProductDrafts(({ drafts }) => drafts[draftKey(shopId, product.id)])
  const unsaved = typed !== undefined && !isAsSent(product, bodyOf(typed))
  const several = new Set(product.skus.map(({ price }) => price)).size > 1
  const least = Math.min(...product.skus.map(({ price }) => price))
  return (
    <Card>
      <View className="product-card">
        <View className="product-card__open" {...pressable(null, onOpen, { role: 'link' })}>
          <View className={`product-card__picture ${product.onSale ? '' : 'product-card__picture--off'}`}>
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
          <View className="product-card__words">
            <Text className="product-card__name">{product.name}</Text>
            {lead && <Price fen={least} unit={product.unit} from={several} />}
            {!product.onSale && <Text className="product-card__hidden">{productsWords.hidden}</Text>}
            {unsaved && <Text className="product-card__unsaved">{productsWords.unsaved}</Text>}
          </View>
        </View>
        {product.skus.map((sku) => (
          <StockRow key={sku.id} shopId={shopId} product={product} sku={sku} onStock={onStock} />
        ))}
        <OnSaleRow product={product} onSale={onSale} onOpen={onOpen} />
      </View>
    </Card>
  )
}
