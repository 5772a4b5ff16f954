import { useState } from 'react'
import { call } from '@/api/call'
import { sendOnce } from '@/api/send-once'
import type { RouteBody, RouteReply } from '@/contract/routes'
import type { Id } from '@/domain/id'
import type { OrderSummary } from '@/domain/order'
import { sayFailure } from '@/locales/zh-CN/failure'
import { orderLimitsWords } from '@/locales/zh-CN/order-limits'

export type OrdersAnswer = 'accept' | 'refuse'

interface AnswerOrders {
  busy: boolean
  /** How the last answer went, in words. */
  said?: string
  send(answer: OrdersAnswer, orderIds: readonly Id[]): Promise<void>
}

/** Orders in one request at most. */
const AT_ONCE = 100

type Answered = RouteReply<'POST /api/shops/:shopId/orders/answers'>

const postAnswer = (shopId: Id, body: RouteBody<'POST /api/shops/:shopId/orders/answers'>) =>
  call('POST /api/shops/:shopId/orders/answers', { params: { shopId }, body })

function saidOf(answer: OrdersAnswer, moved: number, asked: number): string {
  const { done, left } = orderLimitsWords.select
  return [...(moved > 0 ? [done[answer](moved)] : []), ...(moved < asked ? [left(asked - moved)] : [])].join(
    '，',
  )
}

/** Accepts or refuses several waiting orders of a shop; what is sent again after a lost answer is done once. */
export function useAnswerOrders(shopId: Id, onAnswered: (orders: OrderSummary[]) => void): AnswerOrders {
  const [busy, setBusy] = useState(false)
  const [said, setSaid] = useState<string>()

  async function send(answer: OrdersAnswer, orderIds: readonly Id[]) {
    if (busy) return
    setBusy(true)
    setSaid(undefined)
    const items: OrderSummary[] = []
    let moved = 0
    for (let from = 0; from < orderIds.length; from += AT_ONCE) {
      const part = orderIds.slice(from, from + AT_ONCE)
      const result = await sendOnce<Answered>(`${answer} ${shopId} ${part.join()}`, (id) =>
        postAnswer(shopId, { id, answer, orderIds: part }),
      )
      if (!result.ok) {
        setBusy(false)
        setSaid(sayFailure(result.failure))
        if (items.length > 0) onAnswered(items)
        return
      }
      items.push(...result.data.items)
      moved += result.data.moved
    }
    setBusy(false)
    setSaid(saidOf(answer, moved, orderIds.length))
    onAnswered(items)
  }

  return { busy, ...(said ? { said } : {}), send }
}
