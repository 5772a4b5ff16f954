import { call } from '@/api/call'
import type { Order } from '@/domain/order/order'
import type { Parcel } from '@/domain/order/parcel'
import { describeFailure } from '@/locales/failure'
import { ordersWords } from '@/locales/order/orders'
import { useRequest } from '@/platform/network/use-request'

interface NameParcel {
  onNamed(order: Order): void
  /** The order as it is now, and why its parcel could not be named. */
  onRefused(order: Order, message: string): void
}

/** Names the parcel of an order. */
export function useNameParcel({ id, shopId }: Pick<Order, 'id' | 'shopId'>, on: NameParcel) {
  const { busy, failure, send } = useRequest()
  const params = { shopId, orderId: id }

  async function name(body: Parcel) {
    const result = await send(() => call('PUT /api/shops/:shopId/orders/:orderId/parcel', { params, body }))
    if (result?.ok) on.onNamed(result.data)
    else if (result?.failure.code === 'not-allowed-now' && result.failure.current)
      on.onRefused(result.failure.current as Order, ordersWords.moved)
  }

  return { busy, error: failure && describeFailure(failure), send: name }
}
