import { Text, View } from '@tarojs/components'
import type { OrderSummary } from '@/domain/order/order'
import { isUndo } from '@/domain/order/undo-step'
import { orderActionWords } from '@/locales/order/order'
import { ordersWords } from '@/locales/order/orders'
import { Button } from '@/ui/button/button'
import { Alert } from '@/ui/text/alert'
import type { Side } from '../page/order-view'
import { buttonSide, layoutSteps, type PageStep } from './step-layout'
import { useChangedRecently } from './use-changed-recently'
import { useConfirmedStep } from './use-confirmed-step'
import type { OrderSteps } from './use-order-steps'
import './order-step-footer.scss'

interface OrderStepFooterProps {
  order: OrderSummary
  side: Side
  steps: OrderSteps
  /** Text in the half beside the button. */
  hint: string
}

/** The next step of an order in a list and the error of the last attempt; renders nothing without either. */
export function OrderStepFooter({ order, side, steps, hint }: OrderStepFooterProps) {
  const error = steps.error?.orderId === order.id ? steps.error : undefined
  const { main } = layoutSteps(order, side)
  if (!error && !main) return null
  return (
    <View className="step-buttons">
      <Alert className="step-buttons__trouble">{error?.message}</Alert>
      {main && <NextStep order={order} side={side} steps={steps} step={main} hint={hint} />}
    </View>
  )
}

type NextStepProps = OrderStepFooterProps & { step: PageStep }

function NextStep({ order, side, steps, step, hint }: NextStepProps) {
  const { take, sheet } = useConfirmedStep(steps, side)
  // the next step's button replaces the pressed one: a double tap on 接单 must not also confirm the payment
  const changed = useChangedRecently(step)
  const isRight = buttonSide(step, side) === 'right'
  const hintText = <Text className="step-buttons__hint">{hint}</Text>
  return (
    <View className="step-buttons--main">
      {isRight && hintText}
      <View className="step-buttons__main">
        <Button
          kind={isUndo(step) ? 'line' : 'main'}
          busy={steps.busy === order.id && ordersWords.busy}
          disabled={steps.busy !== undefined || changed}
          onPress={() => take(order, step)}
        >
          {orderActionWords(step, order, side)}
        </Button>
      </View>
      {!isRight && hintText}
      {sheet}
    </View>
  )
}
