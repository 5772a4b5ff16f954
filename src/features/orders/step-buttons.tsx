import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { OrderSummary } from '@/domain/order'
import type { OrderStepAction } from '@/domain/order-transitions'
import { orderActionWords } from '@/locales/zh-CN/order'
import { ordersWords } from '@/locales/zh-CN/orders'
import { Button } from '@/ui/button/button'
import { AskStep } from './ask-step'
import { asksFirst, movesFor, sideOf } from './order-moves'
import type { Side } from './order-view'
import { useJustChanged } from './use-just-changed'
import type { OrderSteps } from './use-order-steps'
import './step-buttons.scss'

interface StepButtonsProps {
  order: OrderSummary
  side: Side
  steps: OrderSteps
  /** `main`: the one thing to do next. `apart`: what else can be done, each quiet. */
  show: 'main' | 'apart'
  /** Fills the half beside the main button. */
  hint?: string
}

/** The buttons of an order's steps, straight from the tables. */
export function StepButtons({ order, side, steps, show, hint }: StepButtonsProps) {
  const [asked, setAsked] = useState<OrderStepAction>()
  const moves = movesFor(order, side)
  // one step's button stands where the last one's stood: two taps on 接单 must not also say that the money came
  const changed = useJustChanged(moves.main) && show === 'main'
  const shown = show === 'apart' ? moves.apart : moves.main ? [moves.main] : []
  const press = (action: OrderStepAction) =>
    asksFirst(action) ? setAsked(action) : steps.take(order, action)
  const buttons = shown.map((action) => (
    <Button
      key={action}
      kind={show === 'main' && action !== 'undo-finish' ? 'main' : 'line'}
      {...(show === 'apart' ? { size: 'small' as const } : {})}
      busy={show === 'main' && steps.busy === order.id && ordersWords.busy}
      disabled={steps.busy !== undefined || changed}
      onPress={() => void press(action)}
    >
      {orderActionWords(action, order.fulfilment, side)}
    </Button>
  ))
  const beside = hint && <Text className="step-buttons__hint">{hint}</Text>
  const isRight = show === 'main' && moves.main && sideOf(moves.main) === 'right'
  return (
    <View className={show === 'main' && moves.main ? 'step-buttons--main' : 'step-buttons--apart'}>
      {isRight && beside}
      {show === 'main' ? <View className="step-buttons__main">{buttons}</View> : buttons}
      {!isRight && beside}
      {asked && (
        <AskStep
          action={asked}
          side={side}
          onNo={() => setAsked(undefined)}
          onYes={() => {
            setAsked(undefined)
            void steps.take(order, asked)
          }}
        />
      )}
    </View>
  )
}
