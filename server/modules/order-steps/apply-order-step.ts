import type { Order } from '@/domain/order/order'
import type { StepDetails } from '@/domain/order/step-details'
import { ApiError } from '../../api-error'
import type { Query } from '../../db/database'
import { readJson } from '../../db/json'
import { type StoredEvent, toOrderAt } from '../orders/order-row'
import { mustFindOrder } from '../orders/store'
import { eventOf, transitionOrder } from './transition-order'

type OrderStep = StepDetails & {
  shopId: string
  orderId: string
  id: string
  action: string
  actor: 'owner' | 'buyer'
  now: number
}

/**
 * Applies a step to an order, once for each request id.
 * @throws ApiError `not-allowed-now` (with the order), `too-many-steps`, `bad-input` for details that do not fit the step, or
 * `idempotency-conflict` when the id was used for another step.
 */
export async function applyOrderStep(tx: Query, move: OrderStep): Promise<Order> {
  const { shopId, orderId, id, action, actor, now, ...details } = move
  const row = await mustFindOrder(tx, shopId, orderId)
  const history = readJson<StoredEvent[]>(row.history)
  const step = { id, action, actor, details, now }
  const applied = history.find((event) => event.id === id)
  if (applied && !isSameStep(applied, eventOf(step))) throw new ApiError('idempotency-conflict')
  if (applied) return toOrderAt(row, now)
  // a claim says what is wrong, which a step alone does not
  if (action.startsWith('ask-') && action !== 'ask-cancel')
    throw new ApiError('not-allowed-now', { current: toOrderAt(row, now) })
  return transitionOrder(tx, row, step)
}

const isSameStep = (a: StoredEvent, b: Omit<StoredEvent, 'at'>): boolean =>
  a.action === b.action && a.by === b.by && a.amount === b.amount && a.note === b.note
