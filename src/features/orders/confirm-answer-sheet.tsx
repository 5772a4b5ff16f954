import { Text, View } from '@tarojs/components'
import { orderLimitsWords } from '@/locales/order-limits'
import { Button } from '@/ui/button/button'
import { Sheet } from '@/ui/sheet/sheet'
import type { OrdersAnswer } from './use-answer-orders'
import './confirm-sheet.scss'

interface ConfirmAnswerSheetProps {
  answer: OrdersAnswer
  count: number
  onYes(): void
  onNo(): void
}

/** Asks for confirmation before several orders are accepted, refused or sent. */
export function ConfirmAnswerSheet({ answer, count, onYes, onNo }: ConfirmAnswerSheetProps) {
  const { ask, ...words } = orderLimitsWords.select
  return (
    <Sheet title={ask[answer].title(count)} onClose={onNo}>
      <Text className="ask-step__text">{ask[answer].text}</Text>
      <View className="ask-step__answers">
        <Button kind="soft" onPress={onNo}>
          {ask.no}
        </Button>
        <Button kind={answer === 'refuse' ? 'bad' : 'line'} onPress={onYes}>
          {words[answer](count)}
        </Button>
      </View>
    </Sheet>
  )
}
