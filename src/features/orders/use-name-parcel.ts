import { useState } from 'react'
import { call } from '@/api/call'
import type { Order } from '@/domain/order'
import type { Parcel } from '@/domain/parcel'
import { describeFailure } from '@/locales/failure'

/** Names the parcel of an order. `onNamed` receives the order after it, also when it could not be named any more. */
export function useNameParcel({ id, shopId }: Pick<Order, 'id' | 'shopId'>, onNamed: (order: Order) => void) {
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
    setError(describeFailure(result.failure))
    if (result.failure.code === 'not-allowed-now' && result.failure.current)
      onNamed(result.failure.current as Order)
  }

  return { busy, error, send }
}
