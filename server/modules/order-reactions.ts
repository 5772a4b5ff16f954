import { followWithClaim } from './claims/follow-order'
import { enterStep } from './ledger/enter-step'
import { queueNotices } from './notifications/follow-order'
import type { OrderReaction } from './orders/order-change'
import { followCompletion } from './orders/record-completion'
import { returnGoods } from './orders/return-goods'
import { reportSending } from './parcels/follow-order'
import { movePayments } from './payments/follow-order'

/** What follows a step of an order, one after the other in its transaction. */
export const orderReactions: readonly OrderReaction[] = [
  movePayments,
  enterStep,
  followWithClaim,
  queueNotices,
  reportSending,
  returnGoods,
  followCompletion,
]
