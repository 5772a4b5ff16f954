import { useState } from 'react'
import { call } from '@/api/call'
import { sendOnce } from '@/api/send-once'
import type { Id } from '@/domain/id'
import type { ClaimRequest } from '@/domain/order/claim'
import type { Order } from '@/domain/order/order'
import { describeFailure } from '@/locales/failure'

const putClaim = (params: { shopId: Id; orderId: Id; claimId: Id }, body: ClaimRequest) =>
  call('PUT /api/shops/:shopId/orders/:orderId/claims/:claimId', { params, body })

/** Sends a claim once, however often it is tapped. `onSent` receives the order after it, also when it was no longer allowed. */
export function useSendClaim(
  { id: orderId, shopId }: Pick<Order, 'id' | 'shopId'>,
  onSent: (order: Order) => void,
) {
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string>()

  async function send(request: ClaimRequest) {
    setBusy(true)
    setError(undefined)
    const result = await sendOnce<Order>(`claim ${orderId} ${JSON.stringify(request)}`, (claimId) =>
      putClaim({ shopId, orderId, claimId }, request),
    )
    setBusy(false)
    if (result.ok) return onSent(result.data)
    setError(describeFailure(result.failure))
    if (result.failure.code === 'not-allowed-now' && result.failure.current)
      onSent(result.failure.current as Order)
  }

  return { busy, error, send }
}
