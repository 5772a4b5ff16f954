import { Text, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import type { Id } from '@/domain/id'
import type { Product } from '@/domain/product'
import { LOW_STOCK, MAX_STOCK, type Sku } from '@/domain/sku'
import { productListWords } from '@/locales/products'
import { aria } from '@/platform/a11y/aria'
import { Button } from '@/ui/button/button'
import { Stepper } from '@/ui/stepper/stepper'
import { StockMoveSheet } from './stock-move-sheet'
import {
  clearConfirmedStock,
  displayedStock,
  moveStock,
  type OnStockChange,
  sendMoves,
  useStockMoves,
} from './stock-moves'
import './stock-row.scss'

interface StockRowProps {
  shopId: Id
  product: Product
  sku: Sku
  onStock: OnStockChange
}

/** The stock to display, in which moves under way are counted, and those moves. */
function useDisplayedStock({ id, stock }: Sku) {
  const moving = useStockMoves(({ moves }) => moves[id])
  // a newly mounted row or a changed stock means that the list was loaded after the confirmed reply
  // biome-ignore lint/correctness/useExhaustiveDependencies: a changed stock must run the effect as well
  useEffect(() => clearConfirmedStock(id), [id, stock])
  return { moving, shown: displayedStock(stock, moving) }
}

/** The stock of a sku, with a stepper and a button to enter a larger change. */
export function StockRow({ shopId, product, sku, onStock }: StockRowProps) {
  const [isEntering, setIsEntering] = useState(false)
  const { moving, shown } = useDisplayedStock(sku)
  const what = productListWords.skuName(product.name, sku.label)
  const move = (delta: number) => void moveStock(shopId, sku.id, delta, onStock)
  return (
    <View className="stock-row">
      <View className="stock-row__parts">
        <View className="stock-row__words">
          {sku.label && <Text className="stock-row__label">{sku.label}</Text>}
          <Text className={`stock-row__left ${shown <= LOW_STOCK ? 'stock-row__left--low' : ''}`}>
            {productListWords.stock(shown, product.unit)}
          </Text>
        </View>
        <StockControls what={what} stock={shown} onMove={move} onEnter={() => setIsEntering(true)} />
      </View>
      {moving?.error && (
        <StockError
          error={moving.error}
          isUnsent={moving.inFlight !== undefined}
          onRetry={() => void sendMoves(shopId, sku.id, onStock)}
        />
      )}
      {isEntering && (
        <StockMoveSheet
          what={what}
          unit={product.unit}
          stock={shown}
          onClose={() => setIsEntering(false)}
          onMove={(delta) => {
            setIsEntering(false)
            move(delta)
          }}
        />
      )}
    </View>
  )
}

interface StockControlsProps {
  /** What the stock is of, for screen readers. */
  what: string
  stock: number
  onMove(delta: number): void
  onEnter(): void
}

function StockControls({ what, stock, onMove, onEnter }: StockControlsProps) {
  return (
    <View>
      <View className="stock-row__pair">
        <Stepper
          label={what}
          value={stock}
          max={MAX_STOCK}
          commit="blur"
          onChange={(next) => onMove(next - stock)}
        />
        <Button kind="soft" size="small" label={productListWords.deliveryLabel(what)} onPress={onEnter}>
          {productListWords.delivery}
        </Button>
      </View>
    </View>
  )
}

interface StockErrorProps {
  error: string
  /** The move was not answered and can be sent again. */
  isUnsent: boolean
  onRetry(): void
}

function StockError({ error, isUnsent, onRetry }: StockErrorProps) {
  return (
    <View className="stock-row__trouble">
      <Text className="stock-row__why" {...aria({ role: 'alert' })}>
        {isUnsent ? productListWords.stockUnsent + error : error}
      </Text>
      {isUnsent && (
        <Button kind="line" size="small" onPress={onRetry}>
          {productListWords.retry}
        </Button>
      )}
    </View>
  )
}
