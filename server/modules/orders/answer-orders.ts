import type { RouteBody } from '@/contract/routes'
import type { Order } from '@/domain/order'
import { allowedActions } from '@/domain/order-transitions'
import type { Query } from '../../db/database'
import { readJson } from '../../db/json'
import { applyOrderStep } from './apply-order-step'
import { type StoredEvent, toOrder } from './order-row'
import { findOrder } from './store'

interface Answer extends RouteBody<'POST /api/shops/:shopId/orders/answers'> {
  shopId: string
  now: number
}

/** The owner's step that an answer is for an order in its state; accepting is the first step forward. */
function stepOf(order: Order, answer: Answer['answer']): string | undefined {
  if (answer === 'send') return order.state === 'accepted' ? 'send' : undefined
  if (order.state !== 'placed') return undefined
  if (answer === 'refuse') return 'cancel'
  return allowedActions(order, 'owner').find((step) => step !== 'cancel')
}

/** Accepts, refuses or sends several orders, once for each request id. Orders in another state stay unchanged. */
export async function answerOrders(
  tx: Query,
  { shopId, id, answer, orderIds, now }: Answer,
): Promise<{ items: Order[]; moved: number }> {
  const items: Order[] = []
  let moved = 0
  for (const orderId of [...orderIds].sort()) {
    const row = await findOrder(tx, shopId, orderId)
    if (!row) continue
    const order = toOrder(row)
    const applied = readJson<StoredEvent[]>(row.history).some((event) => event.id === id)
    const action = applied ? undefined : stepOf(order, answer)
    if (applied || action) moved++
    items.push(
      action ? await applyOrderStep(tx, { shopId, orderId, id, action, actor: 'owner', now }) : order,
    )
  }
  return { items, moved }
}
