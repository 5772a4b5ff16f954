import { call } from '@/api/call'
import type { Order } from '@/domain/order/order'
import type { ChangeRequest } from '@/domain/order/order-details'
import { describeFailure } from '@/locales/failure'
import { changeOrderWords as words } from '@/locales/order/change-order'
import { serverNow } from '@/platform/lifecycle/server-clock'
import { useRequest } from '@/platform/network/use-request'
import { Button } from '@/ui/button/button'
import { Alert } from '@/ui/text/alert'
import { Texts } from '@/ui/text/texts'
import { changedRows } from './changed-rows'
import './change-order.scss'

interface OpenRequestProps {
  order: Order
  request: ChangeRequest
  /** Receives the order as it is now, also when the shop has answered before. */
  onOrder(order: Order): void
  onWithdrawn(): void
}

/** The change that the buyer requests while the shop has not answered, and the button that withdraws the request. */
export function OpenRequest({ order, request, onOrder, onWithdrawn }: OpenRequestProps) {
  const { busy, failure, send } = useRequest()

  async function withdraw() {
    const params = { shopId: order.shopId, orderId: order.id, requestId: request.id }
    const result = await send(() =>
      call('DELETE /api/shops/:shopId/orders/:orderId/change-requests/:requestId', { params }),
    )
    if (result?.ok) {
      onWithdrawn()
      onOrder(result.data)
    } else if (result?.failure.code === 'not-allowed-now' && result.failure.current)
      onOrder(result.failure.current as Order)
  }

  return (
    <>
      <Texts className="change-order__row" texts={changedRows(order, request, serverNow())} />
      <Alert className="change-order__error">{failure && describeFailure(failure)}</Alert>
      <Button kind="line" size="small" busy={busy && words.busy} onPress={() => void withdraw()}>
        {words.withdraw}
      </Button>
    </>
  )
}
