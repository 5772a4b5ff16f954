import { useState } from 'react'
import { call } from '@/api/call'
import type { Order } from '@/domain/order/order'
import type { Parcel } from '@/domain/order/parcel'
import { describeFailure } from '@/locales/failure'
import { ordersWords } from '@/locales/order/orders'

interface NameParcel {
  onNamed(order: Order): void
  /** The order as it is now, and why its parcel could not be named. */
  onRefused(order: Order, message: string): void
}

/** Names the parcel of an order. */
export function useNameParcel(
  { id, shopId }: Pick<Order, 'id' | 'shopId'>,
  { onNamed, onRefused }: NameParcel,
) {
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string>()

  async function send(parcel: Parcel) {
    if (busy) return
    setBusy(true)
    setError(undefined)
    const params = { shopId, orderId: id }
    const result = await call('PUT /api/shops/:shopId/orders/:orderId/parcel', { params, body: parcel })
    setBusy(false)
    if (result.ok) return onNamed(result.data)
    const { code, current } = result.failure
    const message = code === 'not-allowed-now' ? ordersWords.moved : describeFailure(result.failure)
    if (code === 'not-allowed-now' && current) return onRefused(current as Order, message)
    setError(message)
  }

  return { busy, error, send }
}
