import { View } from '@tarojs/components'
import type { OrderSummary } from '@/domain/order/order'
import { severalOrdersWords } from '@/locales/order/find-orders'
import { printOrdersWords } from '@/locales/order/print-orders'
import { Button } from '@/ui/button/button'
import { Sheet } from '@/ui/sheet/sheet'
import { answerWords, furtherAnswers } from './several-answers'
import type { OrdersAnswer } from './use-answer-orders'

interface SelectionSheetProps {
  orders: readonly OrderSummary[]
  /** An answer is being sent. */
  busy: boolean
  onAnswer(answer: OrdersAnswer): void
  onPick(): void
  onCopy(): void
  onPrint(): void
  onClose(): void
}

const words = severalOrdersWords

/** The further actions for the selected orders. */
export function SelectionSheet(props: SelectionSheetProps) {
  const { orders, busy, onAnswer, onPick, onCopy, onPrint, onClose } = props
  const answers = furtherAnswers(orders)
  return (
    <Sheet title={words.moreTitle(orders.length)} onClose={onClose}>
      <View className="select-orders__more">
        <Button kind="soft" icon="goods" onPress={onPick}>
          {words.pick}
        </Button>
        <Button kind="soft" icon="order" onPress={onPrint}>
          {printOrdersWords.open}
        </Button>
        <Button kind="soft" icon="copy" onPress={onCopy}>
          {words.copy}
        </Button>
        {answers.length > 0 && (
          <View className="select-orders__answers">
            {answers.map((answer) => (
              <Button key={answer} kind="line" disabled={busy} onPress={() => onAnswer(answer)}>
                {answerWords(answer, orders)}
              </Button>
            ))}
          </View>
        )}
      </View>
    </Sheet>
  )
}
