import { Text, View } from '@tarojs/components'
import { saidInTurn } from '@/locales/zh-CN/speech'
import { termsQuestionWords, lookQuestionWords as words } from '@/locales/zh-CN/wizard'
import { Button } from '@/ui/button/button'
import { Sheet } from '@/ui/sheet/sheet'
import { Speaker } from '@/ui/speaker/speaker'
import type { Draft } from '../draft'
import { productName } from '../product/product-name'
import { publish } from '../publish/publisher'
import '../restart-sheet.scss'

/** What the shop will be, in three lines, and the question: a slip of the thumb must not open it. */
export function OpenSheet({ draft, look, onClose }: { draft: Draft; look: string; onClose(): void }) {
  const lines = [
    words.openGoods(productName(draft), draft.price, draft.unit),
    termsQuestionWords.deliveryParts(draft.fulfilments, draft.pickupPlace.trim()).join(''),
    words.openLook(look),
  ]
  return (
    <Sheet title={words.openTitle} onClose={onClose}>
      <View className="restart-sheet">
        {lines.map((line) => (
          <Text key={line}>{line}</Text>
        ))}
        <Speaker text={saidInTurn(words.openTitle, ...lines)} />
        <Button onPress={() => void publish()}>{words.openYes}</Button>
        {/* the button that opened the sheet lies below this one, so a second tap on it opens no shop */}
        <Button kind="soft" onPress={onClose}>
          {words.openNo}
        </Button>
      </View>
    </Sheet>
  )
}
