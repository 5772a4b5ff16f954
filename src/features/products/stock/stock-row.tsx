import { Text, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import type { Id } from '@/domain/id'
import { formatPrice } from '@/domain/money'
import type { Product } from '@/domain/product/product'
import { MAX_STOCK, type Sku } from '@/domain/product/sku'
import type { Trade } from '@/domain/shop/trade'
import { productListWords } from '@/locales/product/products'
import { aria } from '@/platform/a11y/aria'
import { Button } from '@/ui/button/button'
import { Price } from '@/ui/price/price'
import { Stepper } from '@/ui/stepper/stepper'
import { PriceSheet } from './price-sheet'
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
  trade: Trade
  product: Product
  sku: Sku
  /** The stock from which down the owner is warned. */
  lowStock: number
  onStock: OnStockChange
  /** Receives the product as it is saved now. */
  onProduct(product: Product): void
}

/** The stock to display, in which moves under way are counted, and those moves. */
function useDisplayedStock({ id, stock }: Sku) {
  const moving = useStockMoves(({ moves }) => moves[id])
  // a newly mounted row or a changed stock means that the list was loaded after the confirmed reply
  // biome-ignore lint/correctness/useExhaustiveDependencies: a changed stock must run the effect as well
  useEffect(() => clearConfirmedStock(id), [id, stock])
  return { moving, shown: displayedStock(stock, moving) }
}

/** The stock of a sku, with a stepper and buttons to enter a larger change or another price. */
export function StockRow({ shopId, trade, product, sku, lowStock, onStock, onProduct }: StockRowProps) {
  const [open, setOpen] = useState<'stock' | 'price'>()
  const close = () => setOpen(undefined)
  const { moving, shown } = useDisplayedStock(sku)
  const what = productListWords.skuName(product.name, sku.label)
  const move = (delta: number) => void moveStock(shopId, sku.id, delta, onStock)
  return (
    <View className="stock-row">
      <View className="stock-row__parts">
        <View className="stock-row__words">
          {sku.label && <Text className="stock-row__label">{sku.label}</Text>}
          {product.skus.length > 1 && <Price fen={sku.price} unit={product.unit} />}
          <Text className={`stock-row__left ${shown <= lowStock ? 'stock-row__left--low' : ''}`}>
            {productListWords.stock(shown, product.unit, lowStock)}
          </Text>
        </View>
        <StockControls
          what={what}
          price={formatPrice(sku.price)}
          stock={shown}
          onMove={move}
          onOpen={setOpen}
        />
      </View>
      {moving?.error && (
        <StockError
          error={moving.error}
          isUnsent={moving.inFlight !== undefined}
          onRetry={() => void sendMoves(shopId, sku.id, onStock)}
        />
      )}
      {open === 'stock' && (
        <StockMoveSheet
          what={what}
          unit={product.unit}
          stock={shown}
          lowStock={lowStock}
          onClose={close}
          onMove={(delta) => {
            close()
            move(delta)
          }}
        />
      )}
      {open === 'price' && (
        <PriceSheet
          shopId={shopId}
          trade={trade}
          product={product}
          sku={sku}
          onProduct={onProduct}
          onClose={close}
        />
      )}
    </View>
  )
}

interface StockControlsProps {
  /** The name of the goods in stock, for screen readers. */
  what: string
  /** In yuan. */
  price: string
  stock: number
  onMove(delta: number): void
  onOpen(sheet: 'stock' | 'price'): void
}

function StockControls({ what, price, stock, onMove, onOpen }: StockControlsProps) {
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
        <Button
          kind="soft"
          size="small"
          label={productListWords.deliveryLabel(what)}
          onPress={() => onOpen('stock')}
        >
          {productListWords.delivery}
        </Button>
        <Button
          kind="soft"
          size="small"
          label={productListWords.price.label(what, price)}
          onPress={() => onOpen('price')}
        >
          {productListWords.price.do}
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
