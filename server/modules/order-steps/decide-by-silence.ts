import { allowedActions } from '@/domain/order/allowed-actions'
import { nextReminder, REMIND } from '@/domain/order/claim'
import type { Query } from '../../db/database'
import type { AppDependencies } from '../../dependencies'
import type { StorefrontCache } from '../../http/cache/storefront-cache'
import { moveOrder } from '../orders/move-order'
import { type OrderRow, toOrder } from '../orders/order-row'
import { setDue, sweepOrders } from '../orders/sweep-orders'
import { transitionOrder } from './transition-order'

/** Reminds of unanswered claims and requests, and decides those that nobody has answered in time. */
export const decideBySilence = (deps: AppDependencies, storefronts: StorefrontCache): Promise<void> =>
  sweepOrders(deps, storefronts, 'remind_at', decide)

async function decide(tx: Query, row: OrderRow, now: number): Promise<void> {
  const [action] = allowedActions(toOrder(row), 'system')
  const answerBy = action === undefined ? null : row.answer_by
  if (action !== undefined && answerBy !== null && now >= answerBy) {
    await transitionOrder(tx, row, { action, actor: 'system', now })
    return
  }
  if (answerBy !== null) await moveOrder(tx, row, { action: REMIND, actor: 'system', now })
  await setDue(tx, row, { remind_at: answerBy === null ? null : nextReminder(answerBy, now) })
}
