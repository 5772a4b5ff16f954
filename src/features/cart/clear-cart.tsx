import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/ui/button/button'
import { cartWords } from '@/words/zh/cart'
import './clear-cart.scss'

/** Empties the cart after asking once. */
export function ClearCart({ count, onClear }: { count: number; onClear(): void }) {
  const [asked, setAsked] = useState(false)
  if (!asked)
    return (
      <View className="clear-cart">
        <Button kind="line" size="small" icon="trash" onPress={() => setAsked(true)}>
          {cartWords.clear}
        </Button>
      </View>
    )
  return (
    <View className="clear-cart">
      <Text className="clear-cart__ask">{cartWords.clearAsk(count)}</Text>
      <Button kind="line" size="small" onPress={() => setAsked(false)}>
        {cartWords.clearNo}
      </Button>
      <Button kind="bad" size="small" onPress={onClear}>
        {cartWords.clearYes}
      </Button>
    </View>
  )
}
