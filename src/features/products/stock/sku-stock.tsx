import { Text, View } from '@tarojs/components'
import type { Id } from '@/domain/id'
import { MAX_STOCK } from '@/domain/product/sku'
import { productListWords } from '@/locales/product/products'
import { aria } from '@/platform/a11y/aria'
import { Button } from '@/ui/button/button'
import { Stepper } from '@/ui/stepper/stepper'
import { moveStock, type OnStockChange, sendMoves, useStockMoves } from './stock-moves'
import './sku-stock.scss'

interface SkuStockProps {
  shopId: Id
  skuId: Id
  /** The name of the goods, for screen readers. */
  what: string
  unit: string
  /** The displayed stock. */
  stock: number
  /** The stock from which down the owner is warned. */
  lowStock: number
  onStock: OnStockChange
  /** Opens the sheet for a larger change. */
  onDelivery(): void
}

/** The stock of a sku, with a stepper and a button to enter a larger change. */
export function SkuStock({ shopId, skuId, what, unit, stock, lowStock, onStock, onDelivery }: SkuStockProps) {
  const moving = useStockMoves(({ moves }) => moves[skuId])
  return (
    <View className="sku-stock">
      <Text className={`sku-stock__left ${stock <= lowStock ? 'sku-stock__left--low' : ''}`}>
        {productListWords.stock(stock, unit, lowStock)}
      </Text>
      <View className="sku-stock__pair">
        <Stepper
          label={what}
          value={stock}
          max={MAX_STOCK}
          commit="blur"
          onChange={(next) => void moveStock(shopId, skuId, next - stock, onStock)}
        />
        <Button kind="soft" size="small" label={productListWords.deliveryLabel(what)} onPress={onDelivery}>
          {productListWords.delivery}
        </Button>
      </View>
      {moving?.error && (
        <View className="sku-stock__pair">
          <Text className="sku-stock__why" {...aria({ role: 'alert' })}>
            {moving.inFlight ? productListWords.stockUnsent + moving.error : moving.error}
          </Text>
          {moving.inFlight && (
            <Button kind="line" size="small" onPress={() => void sendMoves(shopId, skuId, onStock)}>
              {productListWords.retry}
            </Button>
          )}
        </View>
      )}
    </View>
  )
}
