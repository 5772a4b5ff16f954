import { Text, View } from '@tarojs/components'
import type { OrderSummary } from '@/domain/order'
import { aria } from '@/platform/aria'
import { movesFor } from './order-moves'
import type { Side } from './order-view'
import { StepButtons } from './step-buttons'
import type { OrderSteps } from './use-order-steps'

interface StepFootProps {
  order: OrderSummary
  side: Side
  steps: OrderSteps
}

/** What to do next with an order, and what came in between when something was tried; nothing where there is neither. */
export function StepFoot({ order, side, steps }: StepFootProps) {
  const trouble = steps.trouble?.orderId === order.id ? steps.trouble.words : undefined
  const { main } = movesFor(order, side)
  if (!trouble && !main) return null
  return (
    <View className="step-buttons">
      {trouble && (
        <Text className="step-buttons__trouble" {...aria({ role: 'alert' })}>
          {trouble}
        </Text>
      )}
      {main && <StepButtons order={order} side={side} steps={steps} show="main" />}
    </View>
  )
}

/** Whether there is anything for a foot to say. */
export const hasFoot = (order: OrderSummary, side: Side, steps: OrderSteps): boolean =>
  steps.trouble?.orderId === order.id || movesFor(order, side).main !== undefined
