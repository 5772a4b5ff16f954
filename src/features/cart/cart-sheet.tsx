import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { maxQuantityFor } from '@/domain/product/cart'
import { cartWords } from '@/locales/order/cart'
import { aria } from '@/platform/a11y/aria'
import { Button } from '@/ui/button/button'
import { Notice } from '@/ui/notice/notice'
import { Sheet } from '@/ui/sheet/sheet'
import { CartRow } from './cart-row'
import { useCarts } from './cart-store'
import type { CartSheetProps } from './panels/panel-types'
import './cart-sheet.scss'

/** The cart of a shop: its lines can be changed, removed and ordered. */
export function CartSheet({ shop, cart, onOrder, onClose }: CartSheetProps) {
  const { put, clear } = useCarts()
  const { lines, count } = cart
  const items = lines.map((line) => line.item)
  const [isConfirming, setIsConfirming] = useState(false)
  const foot = isConfirming ? (
    <ClearCart
      count={lines.length}
      onCancel={() => setIsConfirming(false)}
      onClear={() => {
        setIsConfirming(false)
        clear(shop.id)
      }}
    />
  ) : (
    count > 0 && <Button onPress={onOrder}>{cartWords.order}</Button>
  )
  return (
    <Sheet title={cartWords.title} onClose={onClose} foot={foot}>
      {lines.length === 0 && <Notice icon="cart" title={cartWords.empty} text={cartWords.emptyText} />}
      {lines.map((line) => (
        <CartRow
          key={`${line.item.skuId} ${line.item.date ?? ''}`}
          line={line}
          trade={shop.trade}
          maxQuantity={maxQuantityFor(items, line.item, line.stock)}
          onQuantity={(quantity) => put(shop.id, { ...line.item, price: line.price, quantity }, line.stock)}
        />
      ))}
      {lines.length > 0 && !isConfirming && (
        <View className="cart-sheet__clear">
          <Button kind="line" size="small" icon="trash" onPress={() => setIsConfirming(true)}>
            {cartWords.clear}
          </Button>
        </View>
      )}
    </Sheet>
  )
}

interface ClearCartProps {
  count: number
  onClear(): void
  onCancel(): void
}

/** Asks for confirmation before the cart is emptied. */
function ClearCart({ count, onClear, onCancel }: ClearCartProps) {
  return (
    <View className="clear-cart" {...aria({ role: 'alert' })}>
      <Text className="clear-cart__ask">{cartWords.clearAsk(count)}</Text>
      <View className="clear-cart__answer">
        <Button kind="line" onPress={onCancel}>
          {cartWords.clearNo}
        </Button>
      </View>
      <View className="clear-cart__answer">
        <Button kind="bad" onPress={onClear}>
          {cartWords.clearYes}
        </Button>
      </View>
    </View>
  )
}
