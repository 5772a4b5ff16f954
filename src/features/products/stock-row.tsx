import { Text, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import type { Id } from '@/domain/id'
import type { Product } from '@/domain/product'
import { LOW_STOCK, MAX_STOCK, type Sku } from '@/domain/sku'
import { productsWords } from '@/locales/products'
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

/** The stock of a sku, with a stepper and a button to enter a larger change. */
export function StockRow({ shopId, product, sku, onStock }: StockRowProps) {
  const [isEntering, setIsEntering] = useState(false)
  const moving = useStockMoves(({ moves }) => moves[sku.id])
  const shown = displayedStock(sku.stock, moving)
  // a newly mounted row or a changed stock means that the list was loaded after the confirmed reply
  // biome-ignore lint/correctness/useExhaustiveDependencies: a changed stock must run the effect as well
  useEffect(() => clearConfirmedStock(sku.id), [sku.id, sku.stock])
  const what = productsWords.stockOf(product.name, sku.label)
  const move = (delta: number) => void moveStock(shopId, sku.id, delta, onStock)
  return (
    <View className="stock-row">
      <View className="stock-row__parts">
        <View className="stock-row__words">
          {sku.label && <Text className="stock-row__label">{sku.label}</Text>}
          <Text className={`stock-row__left ${shown <= LOW_STOCK ? 'stock-row__left--low' : ''}`}>
            {productsWords.stock(shown, product.unit)}
          </Text>
        </View>
        <View>
          <View className="stock-row__pair">
            <Stepper
              label={what}
              value={shown}
              max={MAX_STOCK}
              commit="blur"
              onChange={(next) => move(next - shown)}
            />
            <Button
              kind="soft"
              size="small"
              label={productsWords.deliveryLabel(what)}
              onPress={() => setIsEntering(true)}
            >
              {productsWords.delivery}
            </Button>
          </View>
        </View>
      </View>
      {moving?.error && (
        <View className="stock-row__trouble">
          <Text className="stock-row__why" {...aria({ role: 'alert' })}>
            {moving.inFlight ? productsWords.stockUnsent + moving.error : moving.error}
          </Text>
          {moving.inFlight && (
            <Button kind="line" size="small" onPress={() => void sendMoves(shopId, sku.id, onStock)}>
              {productsWords.retry}
            </Button>
          )}
        </View>
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
