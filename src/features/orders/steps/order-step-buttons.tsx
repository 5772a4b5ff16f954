import { Text, View } from '@tarojs/components'
import type { OrderSummary } from '@/domain/order/order'
import { isUndo } from '@/domain/order/undo-step'
import { orderActionWords } from '@/locales/order/order'
import { ordersWords } from '@/locales/order/orders'
import { Button } from '@/ui/button/button'
import type { Side } from '../page/order-view'
import { buttonSide, layoutSteps } from './step-layout'
import { useChangedRecently } from './use-changed-recently'
import { useConfirmedStep } from './use-confirmed-step'
import type { OrderSteps } from './use-order-steps'
import './order-step-buttons.scss'

interface OrderStepButtonsProps {
  order: OrderSummary
  side: Side
  steps: OrderSteps
  /** `main`: the next step as the main button. `secondary` and `apart`: other steps as small buttons. */
  show: 'main' | 'secondary' | 'apart'
  /** Text in the half beside the main button. */
  hint?: string
}

/** The buttons of an order's allowed steps. */
export function OrderStepButtons({ order, side, steps, show, hint }: OrderStepButtonsProps) {
  const { take, sheet } = useConfirmedStep(steps, side)
  const layout = layoutSteps(order, side)
  // the next step's button replaces the pressed one: a double tap on 接单 must not also confirm the payment
  const changed = useChangedRecently(layout.main) && show === 'main'
  const shown = show === 'apart' ? layout.apart : [layout[show]].filter((step) => step !== undefined)
  const buttons = shown.map((action) => (
    <Button
      key={action}
      kind={show === 'main' && !isUndo(action) ? 'main' : 'line'}
      {...(show === 'main' ? {} : { size: 'small' as const })}
      busy={show === 'main' && steps.busy === order.id && ordersWords.busy}
      disabled={steps.busy !== undefined || changed}
      onPress={() => take(order, action)}
    >
      {orderActionWords(action, order, side)}
    </Button>
  ))
  const hintText = hint && <Text className="step-buttons__hint">{hint}</Text>
  const isRight = show === 'main' && layout.main && buttonSide(layout.main, side) === 'right'
  return (
    <View className={show === 'main' && layout.main ? 'step-buttons--main' : 'step-buttons--apart'}>
      {isRight && hintText}
      {show === 'main' ? <View className="step-buttons__main">{buttons}</View> : buttons}
      {!isRight && hintText}
      {sheet}
    </View>
  )
}
