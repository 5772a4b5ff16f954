import { Text, View } from '@tarojs/components'
import type { OrderSummary } from '@/domain/order/order'
import { ordersWords } from '@/locales/order/orders'
import { aria } from '@/platform/a11y/aria'
import { dial } from '@/platform/device/dial'
import { Button } from '@/ui/button/button'
import type { Side } from '../page/order-view'
import { OrderStepButtons } from './order-step-buttons'
import { layoutSteps } from './step-layout'
import type { OrderSteps } from './use-order-steps'

interface OrderStepFooterProps {
  order: OrderSummary
  side: Side
  steps: OrderSteps
  /** Text in the half beside the button. */
  hint: string
  /** The phone to call when the order allows no further steps. */
  call?: { label: string; phone: string } | undefined
}

/** The next step of an order and the error of the last attempt; renders nothing without either. */
export function OrderStepFooter({ order, side, steps, hint, call }: OrderStepFooterProps) {
  const error = steps.error?.orderId === order.id ? steps.error : undefined
  const { main } = layoutSteps(order, side)
  if (!error && !main) return null
  return (
    <View className="step-buttons">
      {error && (
        <Text className="step-buttons__trouble" {...aria({ role: 'alert' })}>
          {error.message}
        </Text>
      )}
      {error?.exhausted && call && (
        <Button kind="soft" icon="phone" label={call.label} onPress={() => dial(call.phone)}>
          {ordersWords.call(call.phone)}
        </Button>
      )}
      {main && <OrderStepButtons order={order} side={side} steps={steps} show="main" hint={hint} />}
    </View>
  )
}

/** True if `OrderStepFooter` renders anything. */
export const hasStepFooter = (order: OrderSummary, side: Side, steps: OrderSteps): boolean =>
  steps.error?.orderId === order.id || layoutSteps(order, side).main !== undefined
