import { Text, View } from '@tarojs/components'
import { demoWords as words } from '@/locales/lesson/demo'
import { Button } from '@/ui/button/button'
import { Sheet } from '@/ui/sheet/sheet'
import './demo-screen.scss'

/** Asks once before the demo is reset. */
export function ResetSheet({ onReset, onClose }: { onReset(): void; onClose(): void }) {
  return (
    <Sheet title={words.resetAsk} onClose={onClose}>
      <View className="demo__stack">
        <Text>{words.resetText}</Text>
        <Button kind="line" onPress={onClose}>
          {words.resetNo}
        </Button>
        <Button kind="bad" onPress={onReset}>
          {words.resetYes}
        </Button>
      </View>
    </Sheet>
  )
}
