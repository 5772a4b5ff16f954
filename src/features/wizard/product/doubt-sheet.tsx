import { Text, View } from '@tarojs/components'
import { Button } from '@/ui/button/button'
import { Sheet } from '@/ui/sheet/sheet'
import { productQuestionWords as words } from '@/words/zh/wizard'
import '../restart-sheet.scss'

/** Asks once, kindly, about a price that is rather a slip of the finger. */
export function DoubtSheet(props: { price: string; unit: string; onSure(): void; onClose(): void }) {
  return (
    <Sheet title={words.doubtTitle(props.price, props.unit)} onClose={props.onClose}>
      <View className="restart-sheet">
        <Text>{words.doubtText}</Text>
        <Button kind="soft" onPress={props.onClose}>
          {words.doubtNo}
        </Button>
        <Button onPress={props.onSure}>{words.doubtYes}</Button>
      </View>
    </Sheet>
  )
}
