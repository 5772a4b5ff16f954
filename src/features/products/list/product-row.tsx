import { Text, View } from '@tarojs/components'
import { photoPath } from '@/domain/photo'
import type { Product } from '@/domain/product/product'
import type { Trade } from '@/domain/shop/trade'
import { productListWords } from '@/locales/product/products'
import { aria, pressable } from '@/platform/a11y/aria'
import { assetUrl } from '@/platform/media/assets'
import { Picture } from '@/ui/picture/picture'
import { Price } from '@/ui/price/price'
import { matchesProductBody, toProductBody } from '../form/product-draft'
import { draftKey, useProductDrafts } from '../form/product-draft-store'
import { useDisplayedStocks } from '../stock/displayed-stocks'
import { productLinkId } from './use-opened-product'
import './product-row.scss'

interface ProductRowProps {
  shopId: string
  trade: Trade
  /** The stock from which down the owner is warned. */
  lowStock: number
  product: Product
  onOpen(): void
  onNumbers(): void
}

/** A product in the seller's list: photo and name open its form, price and stock open their sheet. */
export function ProductRow({ shopId, trade, lowStock, product, onOpen, onNumbers }: ProductRowProps) {
  const [photo] = product.photos
  const draft = useProductDrafts(({ drafts }) => drafts[draftKey(shopId, product.id)])
  const isUnsaved = draft !== undefined && !matchesProductBody(product, toProductBody(draft))
  return (
    <View className="product-row">
      <View
        className="product-row__open"
        {...pressable(null, onOpen, { role: 'link' })}
        {...aria({ id: productLinkId(product.id) })}
      >
        <View className={`product-row__picture ${product.onSale ? '' : 'product-row__picture--off'}`}>
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
        <View className="product-row__words">
          <Text className="product-row__name">{product.name}</Text>
          {!product.onSale && <Text className="product-row__hidden">{productListWords.hidden}</Text>}
          {isUnsaved && <Text className="product-row__warning">{productListWords.unsaved}</Text>}
        </View>
      </View>
      <Numbers product={product} lowStock={lowStock} onOpen={onNumbers} />
    </View>
  )
}

interface NumbersProps {
  product: Product
  lowStock: number
  onOpen(): void
}

/** The lowest price, and the stock of all skus together; the name of the product describes them. */
function Numbers({ product: { id, unit, skus }, lowStock, onOpen }: NumbersProps) {
  const stocks = useDisplayedStocks(skus)
  const isUnsent = stocks.some(({ moving }) => moving?.error !== undefined)
  const prices = skus.map(({ price }) => price)
  const price = Math.min(...prices)
  const isLowest = new Set(prices).size > 1
  const stock = productListWords.stocks(
    stocks.map(({ shown }) => shown),
    unit,
    lowStock,
  )
  const isLow = stocks.some(({ shown }) => shown <= lowStock)
  return (
    <View
      className="product-row__numbers"
      {...pressable(null, onOpen)}
      {...aria({ describedby: productLinkId(id) })}
    >
      <Price fen={price} unit={unit} from={isLowest} />
      <Text className={`product-row__stock ${isLow ? 'product-row__stock--low' : ''}`}>{stock}</Text>
      {isUnsent && <Text className="product-row__warning">{productListWords.stockUnsentShort}</Text>}
    </View>
  )
}
