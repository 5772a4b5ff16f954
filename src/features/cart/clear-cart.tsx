import { Text, View } from '@tarojs/components'
import { cartWords } from '@/locales/order/cart'
import { aria } from '@/platform/a11y/aria'
import { Button } from '@/ui/button/button'
import './clear-cart.scss'

interface ClearCartProps {
  count: number
  onClear(): void
  onCancel(): void
}

/** Asks for confirmation before the cart is emptied. */
export function ClearCart({ count, onClear, onCancel }: ClearCartProps) {
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
