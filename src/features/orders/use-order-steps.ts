import { useState } from 'react'
import { call } from '@/api/call'
import { sendOnce } from '@/api/send-once'
import type { Id } from '@/domain/id'
import type { Order } from '@/domain/order'
import type { OrderStepAction } from '@/domain/order-transitions'
import { sayFailure } from '@/locales/zh-CN/failure'
import { ordersWords } from '@/locales/zh-CN/orders'

export interface OrderSteps {
  /** The order a step of which is under way. */
  busy?: Id
  /** What came in between, in words, and at which order. */
  trouble?: { orderId: Id; words: string; exhausted?: boolean }
  take(order: Pick<Order, 'id'>, action: OrderStepAction): Promise<void>
}

const postStep = (params: { shopId: Id; orderId: Id }, body: { id: Id; action: OrderStepAction }) =>
  call('POST /api/shops/:shopId/orders/:orderId/steps', { params, body })

/**
 * Takes steps of a shop's orders, each sent once however often it is tapped. `onMoved` gets the order as it is
 * afterwards; also when it had moved meanwhile and the step was no longer open.
 */
export function useOrderSteps(shopId: Id, onMoved: (order: Order) => void): OrderSteps {
  const [busy, setBusy] = useState<Id>()
  const [trouble, setTrouble] = useState<OrderSteps['trouble']>()

  async function take({ id: orderId }: Pick<Order, 'id'>, action: OrderStepAction) {
    if (busy) return
    setBusy(orderId)
    setTrouble(undefined)
    const result = await sendOnce<Order>(`step ${orderId} ${action}`, (id) =>
      postStep({ shopId, orderId }, { id, action }),
    )
    setBusy(undefined)
    if (result.ok) return onMoved(result.data)
    const { failure } = result
    if (failure.code === 'too-many-steps')
      return setTrouble({ orderId, words: sayFailure(failure), exhausted: true })
    if (failure.code !== 'not-allowed-now') return setTrouble({ orderId, words: sayFailure(failure) })
    setTrouble({ orderId, words: ordersWords.moved })
    if (failure.current) onMoved(failure.current as Order)
  }

  return { ...(busy ? { busy } : {}), ...(trouble ? { trouble } : {}), take }
}
