import { staffRemoved } from './centres/remove-staff'
import { followWithClaim } from './claims/follow-order'
import { returnGoods } from './claims/return-goods'
import { followEntry } from './group-buys/follow-order'
import { endHandovers } from './handovers/store'
import { endHelps } from './helps/store'
import { endLessonsOf } from './lessons/store'
import { queueNotices } from './notifications/follow-order'
import { enterStep } from './orders/enter-step'
import { orderMoved } from './orders/order-change'
import { followCompletion } from './orders/record-completion'
import { endCard } from './paper-cards/store'
import { reportSending } from './parcels/follow-order'
import { movePayments } from './payments/follow-order'
import { rightsEnded } from './shops/end-issued-rights'

// What the modules of upper layers do when a lower one changes something, one after the other in its transaction.

orderMoved.follow([
  movePayments,
  enterStep,
  followWithClaim,
  queueNotices,
  reportSending,
  returnGoods,
  followCompletion,
  followEntry,
])

rightsEnded.follow([
  (tx, { shopId, accountId, now }) => endCard(tx, shopId, now, { exceptOf: accountId }),
  (tx, { shopId, accountId, now }) => endHandovers(tx, shopId, now, { exceptOf: accountId }),
  (tx, { shopId, now }) => endHelps(tx, shopId, now),
])

staffRemoved.follow([
  // the open lessons of a trainer remain, because the keeper of the centre carries them on
  async (tx, { accountId, role, centre, now }) => {
    if (role !== 'trainer') await endLessonsOf(tx, accountId, centre, now)
  },
])
