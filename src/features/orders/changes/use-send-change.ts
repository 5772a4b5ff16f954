import { useState } from 'react'
import { call } from '@/api/call'
import { sendOnce } from '@/api/send-once'
import type { OfferedSlot } from '@/domain/delivery-slot'
import type { Failure } from '@/domain/failure'
import type { Id } from '@/domain/id'
import type { Order } from '@/domain/order'
import type { OrderDetails } from '@/domain/order-details'
import { changeOrderWords } from '@/locales/change-order'
import { describeFailure } from '@/locales/failure'

interface SendChange {
  onChanged(order: Order): void
  /** The order as it is now, after it was changed elsewhere. */
  onMoved(order: Order): void
  onSlots(slots: OfferedSlot[]): void
}

const changeNow = ({ id, shopId, detailsVersion = 0 }: Order, details: OrderDetails) =>
  call('PUT /api/shops/:shopId/orders/:orderId/details', {
    params: { shopId, orderId: id },
    body: { version: detailsVersion, ...details },
  })

const putRequest = (params: { shopId: Id; orderId: Id; requestId: Id }, body: OrderDetails) =>
  call('PUT /api/shops/:shopId/orders/:orderId/change-requests/:requestId', { params, body })

const askFor = ({ id: orderId, shopId }: Order, details: OrderDetails) =>
  sendOnce<Order>(`change ${orderId} ${JSON.stringify(details)}`, (requestId) =>
    putRequest({ shopId, orderId, requestId }, details),
  )

/** Sends the changed details of an order, or asks its shop for the change. */
export function useSendChange(order: Order, way: 'direct' | 'ask', listener: SendChange) {
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string>()

  function refuse({ code, current, ...failure }: Failure) {
    if ((code === 'version-conflict' || code === 'not-allowed-now') && current) {
      setError(changeOrderWords.moved)
      return listener.onMoved(current as Order)
    }
    setError(describeFailure({ code, ...failure }))
    if (code === 'slot-full' || code === 'slot-gone')
      listener.onSlots((current as { slots: OfferedSlot[] }).slots)
  }

  async function send(details: OrderDetails) {
    if (busy) return
    setBusy(true)
    setError(undefined)
    const result = await (way === 'direct' ? changeNow : askFor)(order, details)
    setBusy(false)
    if (result.ok) listener.onChanged(result.data)
    else refuse(result.failure)
  }

  return { busy, error, send, setError }
}
