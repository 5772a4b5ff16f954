import { Text, View } from '@tarojs/components'
import { orderLimitsWords } from '@/locales/zh-CN/order-limits'
import { Button } from '@/ui/button/button'
import { Sheet } from '@/ui/sheet/sheet'
import type { OrdersAnswer } from './use-answer-orders'
import './ask-step.scss'

interface AskAnswerProps {
  answer: OrdersAnswer
  count: number
  onYes(): void
  onNo(): void
}

/** Asks once before several orders are accepted or refused. */
export function AskAnswer({ answer, count, onYes, onNo }: AskAnswerProps) {
  const { ask, ...words } = orderLimitsWords.select
  return (
    <Sheet title={ask[answer].title(count)} onClose={onNo}>
      <Text className="ask-step__text">{ask[answer].text}</Text>
      <View className="ask-step__answers">
        <Button kind="soft" onPress={onNo}>
          {ask.no}
        </Button>
        <Button kind={answer === 'accept' ? 'line' : 'bad'} onPress={onYes}>
          {words[answer](count)}
        </Button>
      </View>
    </Sheet>
  )
}
