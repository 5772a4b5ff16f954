import { useState } from 'react'
import { call } from '@/api/call'
import { sendOnce } from '@/api/send-once'
import type { RouteBody, RouteReply } from '@/contract/routes'
import type { Id } from '@/domain/id'
import type { OrderSummary } from '@/domain/order/order'
import { describeFailure } from '@/locales/failure'
import { orderLimitsWords } from '@/locales/order/order-limits'

type AnswerBody = RouteBody<'POST /api/shops/:shopId/orders/answers'>
export type OrdersAnswer = AnswerBody['answer']

interface AnswerHandlers {
  /** Receives the orders as they are after the answer. */
  onAnswered(orders: OrderSummary[]): void
  /** Receives the result in words. */
  onMessage(message: string): void
}

interface AnswerOrders {
  busy: boolean
  send(answer: OrdersAnswer, orders: readonly OrderSummary[]): Promise<void>
}

/** The API's limit of orders per request. */
const MAX_ORDERS_PER_REQUEST = 100

type Answered = RouteReply<'POST /api/shops/:shopId/orders/answers'>

const postAnswer = (shopId: Id, body: AnswerBody) =>
  call('POST /api/shops/:shopId/orders/answers', { params: { shopId }, body })

interface AnswerResult {
  answer: OrdersAnswer
  /** The orders as they are after the answer. */
  orders: readonly OrderSummary[]
  changed: number
  requested: number
}

function resultMessage({ answer, orders, changed, requested }: AnswerResult): string {
  const { done, returned, left } = orderLimitsWords.select
  const isReturned = orders.some(({ payment: { state } }) => state === 'refunding' || state === 'refunded')
  return [
    ...(changed > 0 ? [done[answer](changed)] : []),
    ...(answer === 'refuse' && isReturned ? [returned] : []),
    ...(changed < requested ? [left(requested - changed)] : []),
  ].join('，')
}

/** Changes several orders of a shop; the requests are idempotent, so retries are safe. */
export function useAnswerOrders(shopId: Id, { onAnswered, onMessage }: AnswerHandlers): AnswerOrders {
  const [busy, setBusy] = useState(false)

  async function send(answer: OrdersAnswer, orders: readonly OrderSummary[]) {
    if (busy) return
    setBusy(true)
    const items: OrderSummary[] = []
    let changed = 0
    for (let from = 0; from < orders.length; from += MAX_ORDERS_PER_REQUEST) {
      const part = orders.slice(from, from + MAX_ORDERS_PER_REQUEST)
      const body = {
        answer,
        orderIds: part.map(({ id }) => id),
        ...(answer === 'accept'
          ? { detailsVersions: part.map(({ detailsVersion = 0 }) => detailsVersion) }
          : {}),
      }
      const result = await sendOnce<Answered>(`${shopId} ${JSON.stringify(body)}`, (id) =>
        postAnswer(shopId, { id, ...body }),
      )
      if (!result.ok) {
        setBusy(false)
        onMessage(describeFailure(result.failure))
        if (items.length > 0) onAnswered(items)
        return
      }
      items.push(...result.data.items)
      changed += result.data.moved
    }
    setBusy(false)
    onMessage(resultMessage({ answer, orders: items, changed, requested: orders.length }))
    onAnswered(items)
  }

  return { busy, send }
}
