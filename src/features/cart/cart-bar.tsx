import { Text, View } from '@tarojs/components'
import { cartWords } from '@/locales/order/cart'
import { aria, pressable } from '@/platform/a11y/aria'
import { UpdateBoundary } from '@/platform/lifecycle/partial-rendering'
import { Button } from '@/ui/button/button'
import { Icon } from '@/ui/icon/icon'
import { Price } from '@/ui/price/price'
import type { CheckedCart } from './use-checked-cart'
import './cart-bar.scss'

interface CartBarProps {
  cart: CheckedCart
  onOpen(): void
  onOrder(): void
}

/** The bar at the foot of a shop: count and price of the cart, which open it, and the order button. */
export function CartBar({ cart, onOpen, onOrder }: CartBarProps) {
  const { count, goods } = cart
  return (
    <UpdateBoundary>
      <View className="cart-bar">
        <View className="cart-bar__sum" {...pressable(null, onOpen)}>
          <Text className="cart-bar__count">{cartWords.count(count)}</Text>
          <Price fen={goods} asWritten />
          <View {...aria({ role: 'img', label: cartWords.open })}>
            <Icon name="up" size={20} />
          </View>
        </View>
        <View className="cart-bar__order">
          {count > 0 && <Button onPress={onOrder}>{cartWords.order}</Button>}
        </View>
      </View>
    </UpdateBoundary>
  )
}
