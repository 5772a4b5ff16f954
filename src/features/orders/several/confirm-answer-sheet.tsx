import { Text } from '@tarojs/components'
import { formatPrice } from '@/domain/money'
import type { OrderSummary } from '@/domain/order/order'
import { orderLimitsWords } from '@/locales/order/order-limits'
import { Button } from '@/ui/button/button'
import { Sheet } from '@/ui/sheet/sheet'
import { SheetAnswers } from '@/ui/sheet/sheet-answers'
import { answerWords, cashOf, refundsOf } from './several-answers'
import type { OrdersAnswer } from './use-answer-orders'
import '../steps/confirm-sheet.scss'

interface ConfirmAnswerSheetProps {
  answer: OrdersAnswer
  /** The orders that the answer changes. */
  orders: readonly OrderSummary[]
  onYes(): void
  onNo(): void
}

/** Asks for confirmation before several orders are changed. */
export function ConfirmAnswerSheet({ answer, orders, onYes, onNo }: ConfirmAnswerSheetProps) {
  const { ask } = orderLimitsWords.select
  const count = orders.length
  const cash = answer === 'finish' ? cashOf(orders) : 0
  const refunds = refundsOf(answer === 'refuse' ? orders : [])
  return (
    <Sheet title={ask[answer].title(count)} onClose={onNo}>
      <Text className="ask-step__text">{ask[answer].text}</Text>
      {cash > 0 && <Text className="ask-step__text">{ask.cash(formatPrice(cash))}</Text>}
      {refunds.count > 0 && (
        <Text className="ask-step__text">{ask.refunds(refunds.count, formatPrice(refunds.sum))}</Text>
      )}
      <SheetAnswers no={ask.no} onNo={onNo}>
        <Button kind={answer === 'refuse' ? 'bad' : 'main'} onPress={onYes}>
          {answerWords(answer, orders)}
        </Button>
      </SheetAnswers>
    </Sheet>
  )
}
