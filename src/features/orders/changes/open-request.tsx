import { Text } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/api/call'
import type { Order } from '@/domain/order/order'
import type { ChangeRequest } from '@/domain/order/order-details'
import { describeFailure } from '@/locales/failure'
import { changeOrderWords as words } from '@/locales/order/change-order'
import { aria } from '@/platform/a11y/aria'
import { serverNow } from '@/platform/lifecycle/server-clock'
import { Button } from '@/ui/button/button'
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
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string>()

  async function withdraw() {
    setBusy(true)
    setError(undefined)
    const result = await call('DELETE /api/shops/:shopId/orders/:orderId/change-requests/:requestId', {
      params: { shopId: order.shopId, orderId: order.id, requestId: request.id },
    })
    setBusy(false)
    if (result.ok) {
      onWithdrawn()
      return onOrder(result.data)
    }
    const { code, current } = result.failure
    if (code === 'not-allowed-now' && current) return onOrder(current as Order)
    setError(describeFailure(result.failure))
  }

  return (
    <>
      {changedRows(order, request, serverNow()).map((row) => (
        <Text key={row} className="change-order__row">
          {row}
        </Text>
      ))}
      {error && (
        <Text className="change-order__error" {...aria({ role: 'alert' })}>
          {error}
        </Text>
      )}
      <Button kind="line" size="small" busy={busy && words.busy} onPress={() => void withdraw()}>
        {words.withdraw}
      </Button>
    </>
  )
}
