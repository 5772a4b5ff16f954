import { call } from '@/api/call'
import { sendOnce } from '@/api/send-once'
import type { Id } from '@/domain/id'
import type { ClaimRequest } from '@/domain/order/claim'
import type { Order } from '@/domain/order/order'
import { describeFailure } from '@/locales/failure'
import { useRequest } from '@/platform/network/use-request'

const putClaim = (params: { shopId: Id; orderId: Id; claimId: Id }, body: ClaimRequest) =>
  call('PUT /api/shops/:shopId/orders/:orderId/claims/:claimId', { params, body })

/** Sends a claim once, however often it is tapped. `onSent` receives the order after it, also when it was no longer allowed. */
export function useSendClaim(
  { id: orderId, shopId }: Pick<Order, 'id' | 'shopId'>,
  onSent: (order: Order) => void,
) {
  const { busy, failure, send } = useRequest()

  async function sendClaim(body: ClaimRequest) {
    const result = await send(() =>
      sendOnce<Order>(`claim ${orderId} ${JSON.stringify(body)}`, (claimId) =>
        putClaim({ shopId, orderId, claimId }, body),
      ),
    )
    if (result?.ok) onSent(result.data)
    else if (result?.failure.code === 'not-allowed-now' && result.failure.current)
      onSent(result.failure.current as Order)
  }

  return { busy, error: failure && describeFailure(failure), send: sendClaim }
}
