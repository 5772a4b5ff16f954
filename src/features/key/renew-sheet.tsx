import { Text, View } from '@tarojs/components'
import { keyWords as words } from '@/locales/shop/key'
import { Button } from '@/ui/button/button'
import { Sheet } from '@/ui/sheet/sheet'
import './key-panel.scss'

/** Asks for confirmation: renewing makes an existing, possibly printed, key invalid. */
export function RenewSheet({ onYes, onClose }: { onYes(): void; onClose(): void }) {
  return (
    <Sheet title={words.renewAsk} onClose={onClose}>
      <View className="key-panel">
        <Text>{words.renewText}</Text>
        <Button kind="line" onPress={onClose}>
          {words.renewNo}
        </Button>
        <Button onPress={onYes}>{words.renewYes}</Button>
      </View>
    </Sheet>
  )
}
