import { useState } from 'react'
import { call } from '@/api/call'
import { sendOnce } from '@/api/send-once'
import type { Id } from '@/domain/id'
import type { OrderStepAction } from '@/domain/order/allowed-actions'
import type { Order } from '@/domain/order/order'
import type { StepDetails } from '@/domain/order/step-details'
import { describeFailure } from '@/locales/failure'
import { ordersWords } from '@/locales/order/orders'

/** Returns the words of the question before a step. */
export type OrderQuestion = typeof ordersWords.question

export interface OrderSteps {
  /** Id of the order whose step is being sent. */
  busy?: Id
  /** The error of the last step. */
  error?: { orderId: Id; message: string }
  /** Returns the question before a step that cannot be taken back. */
  question: OrderQuestion
  /** `details` are the data that the side sends with the step. */
  perform(order: Pick<Order, 'id'>, action: OrderStepAction, details?: StepDetails): Promise<void>
}

const postStep = (
  params: { shopId: Id; orderId: Id },
  body: { id: Id; action: OrderStepAction } & StepDetails,
) => call('POST /api/shops/:shopId/orders/:orderId/steps', { params, body })

/**
 * Performs steps of a shop's orders; each step is sent once, however often it is tapped. `question` is the side's; `onOrderChanged` receives the
 * current order, also when the step was no longer allowed.
 */
export function useOrderSteps(
  shopId: Id,
  question: OrderQuestion,
  onOrderChanged: (order: Order) => void,
): OrderSteps {
  const [busy, setBusy] = useState<Id>()
  const [error, setError] = useState<OrderSteps['error']>()

  async function perform(
    { id: orderId }: Pick<Order, 'id'>,
    action: OrderStepAction,
    details: StepDetails = {},
  ) {
    if (busy) return
    setBusy(orderId)
    setError(undefined)
    const topic = `step ${orderId} `
    const result = await sendOnce<Order>(
      `${topic}${action} ${JSON.stringify(details)}`,
      (id) => postStep({ shopId, orderId }, { id, action, ...details }),
      topic,
    )
    setBusy(undefined)
    if (result.ok) return onOrderChanged(result.data)
    const { failure } = result
    if (failure.code !== 'not-allowed-now') return setError({ orderId, message: describeFailure(failure) })
    setError({ orderId, message: ordersWords.moved })
    if (failure.current) onOrderChanged(failure.current as Order)
  }

  return { ...(busy ? { busy } : {}), ...(error ? { error } : {}), question, perform }
}
