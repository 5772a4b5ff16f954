import { useEffect, useState } from 'react'
import { call } from '@/api/call'
import { sendOnce } from '@/api/send-once'
import { type Failure, isTransient } from '@/domain/failure'
import type { Id } from '@/domain/id'
import type { OfferedSlot } from '@/domain/order/delivery-slot'
import type { Order } from '@/domain/order/order'
import { type changeOf, isSameDetails, type OrderDetails } from '@/domain/order/order-details'
import { describeFailure } from '@/locales/failure'
import { changeOrderWords } from '@/locales/order/change-order'
import { useIsMounted } from '@/platform/lifecycle/use-is-mounted'

/** The way in which a change is made: at once, or by asking the shop; undefined once neither is possible. */
export type ChangeWay = ReturnType<typeof changeOf>

interface Change {
  order: Order
  way: ChangeWay
  /** As typed. */
  details: OrderDetails
}

export interface ChangeListener {
  /** The details were saved, or the shop was asked for them. */
  onChanged(order: Order, details: OrderDetails): void
  /** The order as it is now, after it was changed elsewhere. */
  onMoved(order: Order): void
  onSlots(slots: OfferedSlot[]): void
  /** The order cannot be changed any more. */
  onTooLate(): void
}

/** Details that were sent, and the id of the order's last request before that. */
interface Attempt {
  details: OrderDetails
  before: Id | undefined
}

/** True if an order shows that an attempt has reached the server. */
const hasArrived = (order: Order, { details, before }: Attempt): boolean => {
  const { changeRequest } = order
  if (isSameDetails(order, details)) return true
  return changeRequest !== undefined && changeRequest.id !== before && isSameDetails(changeRequest, details)
}

const changeNow = ({ id, shopId, detailsVersion = 0 }: Order, details: OrderDetails) =>
  call('PUT /api/shops/:shopId/orders/:orderId/details', {
    params: { shopId, orderId: id },
    body: { version: detailsVersion, ...details },
  })

const putRequest = (params: { shopId: Id; orderId: Id; requestId: Id }, body: OrderDetails) =>
  call('PUT /api/shops/:shopId/orders/:orderId/change-requests/:requestId', { params, body })

/** After another request the same details are a new one. */
const askFor = ({ id: orderId, shopId, changeRequest }: Order, details: OrderDetails) =>
  sendOnce<Order>(`change ${orderId} ${changeRequest?.id ?? ''} ${JSON.stringify(details)}`, (requestId) =>
    putRequest({ shopId, orderId, requestId }, details),
  )

/**
 * Sends the changed details of an order, or asks its shop for the change. An order that shows them counts as an answer that was lost.
 */
export function useSendChange({ order, way, details }: Change, listener: ChangeListener) {
  const [busy, setBusy] = useState(false)
  const isMounted = useIsMounted()
  const [error, setError] = useState<string>()
  /** The last attempt, unless it was refused. */
  const [attempt, setAttempt] = useState<Attempt>()
  const isChanged =
    attempt !== undefined && isSameDetails(attempt.details, details) && hasArrived(order, attempt)

  useEffect(() => {
    if (isChanged) listener.onChanged(order, details)
    else if (!way) listener.onTooLate()
  })

  function refuse({ code, current, ...failure }: Failure) {
    if (!isTransient(code)) setAttempt(undefined)
    if ((code === 'version-conflict' || code === 'not-allowed-now') && current) {
      setError(changeOrderWords.moved)
      return listener.onMoved(current as Order)
    }
    setError(describeFailure({ code, ...failure }))
    if (code === 'slot-full' || code === 'slot-gone')
      listener.onSlots((current as { slots: OfferedSlot[] }).slots)
  }

  async function send() {
    if (busy) return
    setBusy(true)
    setError(undefined)
    setAttempt({ details, before: order.changeRequest?.id })
    const result = await (way === 'direct' ? changeNow : askFor)(order, details)
    // the form was closed, and may be open again with other details
    if (!isMounted.current) return
    setBusy(false)
    if (result.ok) listener.onChanged(result.data, details)
    else refuse(result.failure)
  }

  return { busy, error, send, setError }
}
