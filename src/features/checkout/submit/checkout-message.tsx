import { Text } from '@tarojs/components'
import type { Failure } from '@/domain/failure'
import { describeFailure } from '@/locales/failure'
import { checkoutWords as words } from '@/locales/order/checkout'
import { aria } from '@/platform/a11y/aria'
import { fieldId } from '../receiver/receiver-fields'
import type { CheckoutForm } from '../use-checkout-form'
import type { OrderBody } from './order-attempt-store'
import { isKindGone, rejectedChoice } from './rejected-fields'
import type { Submit } from './use-submit-order'
import './checkout-message.scss'

/** Why the last attempt failed, and beside which part of the form it is shown. */
export interface CheckoutMessage {
  at: 'top' | 'slot' | 'payment'
  text: string
}

type Choices = Pick<CheckoutForm, 'kind' | 'method' | 'delivery' | 'isSlotChosen'>

/** The message about a refused slot, until the buyer has chosen another one or another way of delivery. */
function slotMessage(failure: Failure, body: OrderBody, form: Choices): CheckoutMessage | undefined {
  if (body.fulfilment.kind !== form.kind) return undefined
  if (form.delivery.kind === undefined) return { at: 'top', text: words.slotsGone }
  if (!form.delivery.slot) return { at: 'slot', text: describeFailure(failure) }
  return form.isSlotChosen ? undefined : { at: 'slot', text: words.slotMoved }
}

/** The message about the last attempt, as long as it is true of the form. */
export function messageOf({ state, notPlaced }: Submit, form: Choices): CheckoutMessage | undefined {
  if (state.phase !== 'rejected') return notPlaced ? { at: 'top', text: words.notPlaced } : undefined
  const { failure, body } = state
  const choice = rejectedChoice(failure)
  if (choice === 'slot') return slotMessage(failure, body, form)
  const text = isKindGone(failure) ? words.kindGone : describeFailure(failure)
  if (choice === 'payment') return form.method ? undefined : { at: 'payment', text }
  return { at: 'top', text }
}

interface MessageAtProps {
  at: CheckoutMessage['at']
  message: CheckoutMessage | undefined
}

/** The message, if it is shown here. */
export function MessageAt({ at, message }: MessageAtProps) {
  if (message?.at !== at) return null
  return (
    <Text
      {...(at === 'top' ? { id: fieldId(at) } : {})}
      className="checkout-message"
      {...aria({ role: 'alert' })}
    >
      {message.text}
    </Text>
  )
}
