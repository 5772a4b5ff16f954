import type { RouteBody } from '@/contract/routes'
import { allowedActions, isRequestOpen } from '@/domain/order/allowed-actions'
import type { Order } from '@/domain/order/order'
import { isUndo } from '@/domain/order/undo-step'
import { badInput } from '../../api-error'
import type { Query } from '../../db/database'
import { readJson } from '../../db/json'
import { type StoredEvent, toOrderAt } from '../orders/order-row'
import { lockBuyers } from '../orders/record-completion'
import { findOrder } from '../orders/store'
import { applyOrderStep } from './apply-order-step'

interface Answer extends RouteBody<'POST /api/shops/:shopId/orders/answers'> {
  shopId: string
  now: number
}

/**
 * The owner's step that an answer is for an order in its state; accepting is the first step forward. `version` is that of the details on the
 * owner's screen.
 */
function stepOf(order: Order, answer: Answer['answer'], version: number | undefined): string | undefined {
  const actions = allowedActions(order, 'owner')
  if (answer === 'accept' || answer === 'refuse') {
    if (order.state !== 'placed' || order.gathering) return undefined
    if (answer === 'accept' && version !== undefined && version !== (order.detailsVersion ?? 0))
      return undefined
    return answer === 'refuse' ? 'cancel' : actions.find((step) => step !== 'cancel')
  }
  // a buyer's request is answered on the page of its order
  if (!isUndo(answer) && isRequestOpen(order)) return undefined
  return actions.find((step) => step === answer)
}

/**
 * Accepts, refuses, sends or finishes several orders, or undoes one of these steps, once for each request id. Finishing collects
 * the total of orders that are paid in person. Orders in another state stay unchanged.
 */
export async function answerOrders(
  tx: Query,
  { shopId, id, answer, orderIds, detailsVersions, now }: Answer,
): Promise<{ items: Order[]; moved: number }> {
  const items: Order[] = []
  let moved = 0
  if (detailsVersions && detailsVersions.length !== orderIds.length)
    throw badInput('/detailsVersions', 'needs one version for each order')
  const versionById = new Map(orderIds.map((orderId, at) => [orderId, detailsVersions?.[at]]))
  if (answer === 'finish' || answer === 'undo-finish') await lockBuyers(tx, shopId, orderIds)
  for (const orderId of [...orderIds].sort()) {
    const row = await findOrder(tx, shopId, orderId)
    if (!row) continue
    const order = toOrderAt(row, now)
    const applied = readJson<StoredEvent[]>(row.history).some((event) => event.id === id)
    const action = applied ? undefined : stepOf(order, answer, versionById.get(orderId))
    if (applied || action) moved++
    items.push(
      action ? await applyOrderStep(tx, { shopId, orderId, id, action, actor: 'owner', now }) : order,
    )
  }
  return { items, moved }
}
