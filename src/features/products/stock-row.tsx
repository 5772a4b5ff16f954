import { Text, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import type { Id } from '@/domain/id'
import { LOW_STOCK, MAX_STOCK, type Product, type Sku } from '@/domain/sku'
import { productsWords } from '@/locales/zh-CN/products'
import { aria } from '@/platform/a11y/aria'
import { Button } from '@/ui/button/button'
import { Stepper } from '@/ui/stepper/stepper'
import { DeliverySheet } from './delivery-sheet'
import { moveStock, type OnStock, sendMoves, settleStock, stockShown, useStockMoves } from './stock-moves'
import './stock-row.scss'

interface StockRowProps {
  shopId: Id
  product: Product
  sku: Sku
  onStock: OnStock
}

/** How much there is of a sku: one more, one less, or a whole delivery. */
export function StockRow({ shopId, product, sku, onStock }: StockRowProps) {
  const [counting, setCounting] = useState(false)
  const moving = useStockMoves(({ moves }) => moves[sku.id])
  const shown = stockShown(sku.stock, moving)
  // what the list says was read after what was answered before: while no row was here, or as it changed
  // biome-ignore lint/correctness/useExhaustiveDependencies: another stock settles too
  useEffect(() => settleStock(sku.id), [sku.id, sku.stock])
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
              onPress={() => setCounting(true)}
            >
              {productsWords.delivery}
            </Button>
          </View>
        </View>
      </View>
      {moving?.trouble && (
        <View className="stock-row__trouble">
          <Text className="stock-row__why" {...aria({ role: 'alert' })}>
            {moving.sent ? productsWords.stockUnsent + moving.trouble : moving.trouble}
          </Text>
          {moving.sent && (
            <Button kind="line" size="small" onPress={() => void sendMoves(shopId, sku.id, onStock)}>
              {productsWords.retry}
            </Button>
          )}
        </View>
      )}
      {counting && (
        <DeliverySheet
          what={what}
          unit={product.unit}
          stock={shown}
          onClose={() => setCounting(false)}
          onMove={(delta) => {
            setCounting(false)
            move(delta)
          }}
        />
      )}
    </View>
  )
}
