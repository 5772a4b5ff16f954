import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/api/call'
import type { Failure, FailureCode } from '@/domain/failure'
import type { Id } from '@/domain/id'
import type { Order } from '@/domain/order/order'
import { isChangeRequested } from '@/domain/order/order-details'
import { describeFailure } from '@/locales/failure'
import { changeOrderWords } from '@/locales/order/change-order'
import { changeRequestWords as words } from '@/locales/order/change-requests'
import { serverNow } from '@/platform/lifecycle/server-clock'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { Alert } from '@/ui/text/alert'
import { Heading } from '@/ui/text/heading'
import { Texts } from '@/ui/text/texts'
import { changedRows } from './changed-rows'
import './change-order.scss'

/** The texts of failures for a seller, in place of those for buyers. */
const messages: Partial<Record<FailureCode, string>> = words.errors

interface ChangeRequestCardProps {
  order: Order
  onOrder(order: Order): void
}

/** The reason why an answer had no effect. */
interface RequestError {
  requestId: Id
  text: string
  /** The request was over before. */
  isOver: boolean
}

const errorOf = (requestId: Id, failure: Failure): RequestError => {
  const { code, current } = failure
  const order = code === 'not-allowed-now' ? (current as Order | undefined) : undefined
  const isWithdrawn = order?.changeRequest?.state === 'withdrawn'
  const text = isWithdrawn ? words.withdrawn : (messages[code] ?? describeFailure(failure))
  return { requestId, text, isOver: order !== undefined }
}

/** The change that the buyer requests, with the seller's answers; nothing when no request is open, unless an answer came too late. */
export function ChangeRequestCard({ order, onOrder }: ChangeRequestCardProps) {
  const [busy, setBusy] = useState<'accept' | 'decline'>()
  const [error, setError] = useState<RequestError>()
  const { shopId, id: orderId, changeRequest } = order
  const isOver = error?.isOver && error.requestId === changeRequest?.id
  if (!changeRequest || !isChangeRequested(order))
    return isOver ? (
      <Card>
        <Alert className="change-order__error">{error.text}</Alert>
      </Card>
    ) : null

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
    setError(errorOf(requestId, result.failure))
    const { code, current } = result.failure
    if (code === 'not-allowed-now' && current) onOrder(current as Order)
  }

  return (
    <Card>
      <View className="change-order">
        <Heading className="change-order__row">{words.title}</Heading>
        <Texts className="change-order__row" texts={changedRows(order, changeRequest, serverNow())} />
        <Alert className="change-order__error">{error?.requestId === changeRequest.id && error.text}</Alert>
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
