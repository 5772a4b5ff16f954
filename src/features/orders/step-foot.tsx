import { Text, View } from '@tarojs/components'
import type { OrderSummary } from '@/domain/order'
import { ordersWords } from '@/locales/zh-CN/orders'
import { aria } from '@/platform/a11y/aria'
import { dial } from '@/platform/device/dial'
import { Button } from '@/ui/button/button'
import { movesFor } from './order-moves'
import type { Side } from './order-view'
import { StepButtons } from './step-buttons'
import type { OrderSteps } from './use-order-steps'

interface StepFootProps {
  order: OrderSummary
  side: Side
  steps: OrderSteps
  /** Fills the half beside the button. */
  hint?: string
  /** Whom to call when the steps of an order are used up. */
  call?: { label: string; phone: string } | undefined
}

/** What to do next with an order, and what came in between when something was tried; nothing where there is neither. */
export function StepFoot({ order, side, steps, hint, call }: StepFootProps) {
  const trouble = steps.trouble?.orderId === order.id ? steps.trouble : undefined
  const { main } = movesFor(order, side)
  if (!trouble && !main) return null
  return (
    <View className="step-buttons">
      {trouble && (
        <Text className="step-buttons__trouble" {...aria({ role: 'alert' })}>
          {trouble.words}
        </Text>
      )}
      {trouble?.exhausted && call && (
        <Button kind="soft" icon="phone" label={call.label} onPress={() => dial(call.phone)}>
          {ordersWords.call(call.phone)}
        </Button>
      )}
      {main && (
        <StepButtons
          order={order}
          side={side}
          steps={steps}
          show="main"
          hint={hint ?? ordersWords.state[side](order.state, order.fulfilment)}
        />
      )}
    </View>
  )
}

/** Whether there is anything for a foot to say. */
export const hasFoot = (order: OrderSummary, side: Side, steps: OrderSteps): boolean =>
  steps.trouble?.orderId === order.id || movesFor(order, side).main !== undefined
