import { Text, View } from '@tarojs/components'
import type { Id } from '@/domain/id'
import { photoPath } from '@/domain/photo'
import { leadSku, type Product } from '@/domain/product/product'
import type { Trade } from '@/domain/shop/trade'
import { productListWords } from '@/locales/product/products'
import { aria, pressable } from '@/platform/a11y/aria'
import { assetUrl } from '@/platform/media/assets'
import { Card } from '@/ui/card/card'
import { Picture } from '@/ui/picture/picture'
import { Price } from '@/ui/price/price'
import { matchesProductBody, toProductBody } from '../form/product-draft'
import { draftKey, useProductDrafts } from '../form/product-draft-store'
import type { OnStockChange } from '../stock/stock-moves'
import { StockRow } from '../stock/stock-row'
import { ProductActions } from './product-actions'
import { productLinkId } from './use-opened-product'
import type { OnSaleToggle } from './use-toggle-on-sale'
import './product-card.scss'

interface ProductCardProps {
  shopId: Id
  slug: string
  trade: Trade
  /** The stock from which down the owner is warned. */
  lowStock: number
  product: Product
  onSale: OnSaleToggle
  onStock: OnStockChange
  /** Receives the product as it is saved now. */
  onProduct(product: Product): void
  onOpen(): void
}

/** A product in the seller's list: picture, price, stock of each sku, and whether it is on sale. */
export function ProductCard(props: ProductCardProps) {
  const { shopId, slug, trade, lowStock, product, onSale, onStock, onProduct, onOpen } = props
  const [photo] = product.photos
  const lead = leadSku(product)
  const draft = useProductDrafts(({ drafts }) => drafts[draftKey(shopId, product.id)])
  const isUnsaved = draft !== undefined && !matchesProductBody(product, toProductBody(draft))
  const hasSeveralPrices = new Set(product.skus.map(({ price }) => price)).size > 1
  const lowestPrice = Math.min(...product.skus.map(({ price }) => price))
  return (
    <Card>
      <View className="product-card">
        <View
          className="product-card__open"
          {...pressable(null, onOpen, { role: 'link' })}
          {...aria({ id: productLinkId(product.id) })}
        >
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
            {lead && <Price fen={lowestPrice} unit={product.unit} from={hasSeveralPrices} />}
            {!product.onSale && <Text className="product-card__hidden">{productListWords.hidden}</Text>}
            {isUnsaved && <Text className="product-card__unsaved">{productListWords.unsaved}</Text>}
          </View>
        </View>
        {product.skus.map((sku) => (
          <StockRow
            key={sku.id}
            shopId={shopId}
            trade={trade}
            product={product}
            sku={sku}
            lowStock={lowStock}
            onStock={onStock}
            onProduct={onProduct}
          />
        ))}
        <ProductActions slug={slug} product={product} onSale={onSale} onOpen={onOpen} />
      </View>
    </Card>
  )
}
