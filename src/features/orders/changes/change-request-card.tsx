import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/api/call'
import type { FailureCode } from '@/domain/failure'
import type { Order } from '@/domain/order'
import { isChangeAsked } from '@/domain/order-details'
import { changeOrderWords } from '@/locales/change-order'
import { describeFailure } from '@/locales/failure'
import { aria, heading } from '@/platform/a11y/aria'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { changedRows } from './changed-rows'
import './change-order.scss'

const words = changeOrderWords.request

/** What a seller reads instead of the texts for buyers. */
const faults: Partial<Record<FailureCode, string>> = words.faults

interface ChangeRequestCardProps {
  order: Order
  onOrder(order: Order): void
}

/** What the buyer asks to change, with the seller's answers; nothing when no request is open. */
export function ChangeRequestCard({ order, onOrder }: ChangeRequestCardProps) {
  const [busy, setBusy] = useState<'accept' | 'decline'>()
  const [error, setError] = useState<string>()
  const { shopId, id: orderId, changeRequest } = order
  if (!changeRequest || !isChangeAsked(order)) return null

  async function answer(given: 'accept' | 'decline', requestId: string) {
    if (busy) return
    setBusy(given)
    setError(undefined)
    const result = await call('POST /api/shops/:shopId/orders/:orderId/change-requests/:requestId/answers', {
      params: { shopId, orderId, requestId },
      body: { answer: given },
    })
    setBusy(undefined)
    if (result.ok) return onOrder(result.data)
    const { code, current } = result.failure
    setError(faults[code] ?? describeFailure(result.failure))
    if (code === 'not-allowed-now' && current) onOrder(current as Order)
  }

  return (
    <Card>
      <View className="change-order">
        <Text className="change-order__row" {...heading(2)}>
          {words.title}
        </Text>
        {changedRows(order, changeRequest, Date.now()).map((row) => (
          <Text key={row} className="change-order__row">
            {row}
          </Text>
        ))}
        {error && (
          <Text className="change-order__fault" {...aria({ role: 'alert' })}>
            {error}
          </Text>
        )}
        <View className="change-order__do">
          {(['accept', 'decline'] as const).map((given) => (
            <Button
              key={given}
              kind={given === 'accept' ? 'soft' : 'line'}
              size="small"
              busy={busy === given && changeOrderWords.busy}
              disabled={busy !== undefined}
              onPress={() => void answer(given, changeRequest.id)}
            >
              {words[given]}
            </Button>
          ))}
        </View>
      </View>
    </Card>
  )
}
