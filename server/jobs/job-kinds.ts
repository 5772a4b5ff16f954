import type { FastifyBaseLogger } from 'fastify'
import { TAKE_OVER_WITHIN_MS } from '@/domain/help'
import { PAY_WITHIN_MS } from '@/domain/order-limits'
import { REOPEN_MS } from '@/domain/personal-data'
import { PRACTICE_MS } from '@/domain/shop'
import { readJson } from '../db/json'
import type { AppDependencies } from '../dependencies'
import type { StorefrontCache } from '../http/storefront-cache'
import { endClosedShops, removeEndedShops } from '../modules/closing/end-shop'
import { HANDOVER_SWEEP_MS, sweepHandovers } from '../modules/handovers/sweep-handovers'
import { HELP_SWEEP_MS, sweepHelps } from '../modules/helps/sweep-helps'
import { LESSON_SWEEP_MS, sweepLessons } from '../modules/lessons/sweep-lessons'
import { backfillFileSizes } from '../modules/media/backfill-file-sizes'
import type { Queue } from '../modules/media/queue'
import { UNUSED_MS } from '../modules/media/remove-unused'
import { sweepUnusedMedia } from '../modules/media/sweep-unused-media'
import { NOTIFY, type Notice } from '../modules/notices/queue-notice'
import { fanOut, SEND_MESSAGE } from '../modules/notifications/fan-out'
import { sweepMessages } from '../modules/notifications/message-rows'
import { notifyExpiring } from '../modules/notifications/notify-expiring'
import { createIsForEvent } from '../modules/notifications/routes'
import { sendMessage } from '../modules/notifications/send-message'
import { createBudgetWarning } from '../modules/notifications/sms-budget'
import { decideBySilence, SILENCE_SWEEP_MS } from '../modules/order-steps/decide-by-silence'
import { EXPIRY_SWEEP_MS, expireOrders } from '../modules/orders/expire-orders'
import { CLOSE_UNPAID } from '../modules/orders/unpaid-job'
import { REPORT_SHIPPING, type ReportPath } from '../modules/parcels/queue-report'
import { REPORT_RETRY_MS, sendReport } from '../modules/parcels/send-report'
import { FOLLOW_MS, followApplication } from '../modules/payment-applications/follow-application'
import { type ApplicationPath, FOLLOW_APPLICATION } from '../modules/payment-applications/jobs'
import { CLOSE_RETRY_MS, closePaymentLater } from '../modules/payments/close-payment'
import { closeUnpaid } from '../modules/payments/close-unpaid'
import { CLOSE_PAYMENT, SEND_REFUND } from '../modules/payments/jobs'
import { REFUND_RETRY_MS, type RefundPath, sendRefund } from '../modules/payments/send-refund'
import type { PaymentPath } from '../modules/payments/store'
import { beginPayouts, PAYOUT_SWEEP_MS } from '../modules/payouts/begin-payouts'
import { followPayout, PAYOUT_QUERY_MS } from '../modules/payouts/follow-payout'
import { FOLLOW_PAYOUT, type PayoutPath } from '../modules/payouts/jobs'
import { forgetOrders } from '../modules/personal-data/forget-orders'
import { photoFileNames } from '../modules/photos/photo-files'
import { sweepPhotos } from '../modules/photos/sweep-photos'
import { sweepAddressDays } from '../modules/quotas/address-quota'
import { sweepSessions } from '../modules/sessions/store'
import { IDLE_MS, sweepAccounts } from '../modules/sessions/sweep-accounts'
import { removeOldPracticeShops } from '../modules/shops/practice'
import { checkStatements, STATEMENT_SWEEP_MS } from '../modules/statements/check-statements'
import { voiceFileName } from '../modules/voices/voice-file'
import { OPERATOR_ACTION } from '../operator/operator-log'
import type { JobKind } from './worker'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

const voiceFiles = (hash: string) => [voiceFileName(hash)]

type JobKinds = Record<string, JobKind>
type Log = Pick<FastifyBaseLogger, 'info' | 'warn' | 'error'>

const orderJobs = (deps: AppDependencies, storefronts: StorefrontCache, log: Log): JobKinds => ({
  [CLOSE_UNPAID]: {
    maxDelay: PAY_WITHIN_MS,
    // buyers could not pay while the server was down
    whenLate: { after: PAY_WITHIN_MS, delay: PAY_WITHIN_MS },
    run: async (job) => {
      await closeUnpaid(deps, storefronts, job, log)
      return undefined
    },
  },
  'expire-orders': {
    isRecurring: true,
    maxDelay: DAY_MS,
    // after an outage or a clock change, sellers get the full notice period to answer
    whenLate: { after: HOUR_MS, delay: DAY_MS },
    run: async () => {
      await expireOrders(deps, storefronts)
      await notifyExpiring(deps)
      return deps.clock() + EXPIRY_SWEEP_MS
    },
  },
  'decide-by-silence': {
    isRecurring: true,
    maxDelay: DAY_MS,
    // after an outage or a clock change, people get a day to answer
    whenLate: { after: HOUR_MS, delay: DAY_MS },
    run: async () => {
      await decideBySilence(deps, storefronts)
      return deps.clock() + SILENCE_SWEEP_MS
    },
  },
})

const paymentJobs = (deps: AppDependencies, storefronts: StorefrontCache, log: Log): JobKinds => ({
  [FOLLOW_APPLICATION]: {
    maxDelay: FOLLOW_MS,
    run: (job) => followApplication(deps, storefronts, readJson<ApplicationPath>(job.payload), log),
  },
  'check-statements': {
    isRecurring: true,
    maxDelay: DAY_MS,
    run: async () => {
      await checkStatements(deps, log)
      return deps.clock() + STATEMENT_SWEEP_MS
    },
  },
  [CLOSE_PAYMENT]: {
    maxDelay: CLOSE_RETRY_MS,
    run: (job) => closePaymentLater(deps, readJson<PaymentPath>(job.payload), log),
  },
  [SEND_REFUND]: {
    maxDelay: REFUND_RETRY_MS,
    run: (job) => sendRefund(deps, readJson<RefundPath>(job.payload), log),
  },
  'begin-payouts': {
    isRecurring: true,
    maxDelay: DAY_MS,
    run: async () => {
      await beginPayouts(deps, log)
      return deps.clock() + PAYOUT_SWEEP_MS
    },
  },
  [FOLLOW_PAYOUT]: {
    maxDelay: PAYOUT_QUERY_MS,
    run: (job) => followPayout(deps, readJson<PayoutPath>(job.payload), log),
  },
  [REPORT_SHIPPING]: {
    maxDelay: REPORT_RETRY_MS,
    run: (job) => sendReport(deps, readJson<ReportPath>(job.payload), log),
  },
})

function messageJobs(deps: AppDependencies, log: Log): JobKinds {
  const reports = { log, onBudgetSpent: createBudgetWarning(deps, log) }
  return {
    [NOTIFY]: {
      maxDelay: 0,
      run: async (job) => {
        await fanOut(deps, readJson<Notice>(job.payload), createIsForEvent(deps))
        return undefined
      },
    },
    [SEND_MESSAGE]: {
      // until quiet hours end
      maxDelay: DAY_MS,
      run: (job) => sendMessage(deps, readJson<{ id: string }>(job.payload).id, reports),
    },
    'sweep-messages': {
      isRecurring: true,
      maxDelay: DAY_MS,
      run: async () => {
        await deps.db.withTx((tx) => sweepMessages(tx, deps.clock()), 'guarded')
        return deps.clock() + DAY_MS
      },
    },
  }
}

const operatorJobs = (storefronts: StorefrontCache, log: Log): JobKinds => ({
  [OPERATOR_ACTION]: {
    maxDelay: 0,
    run: async ({ payload }) => {
      const action = readJson<{ shopId: string }>(payload)
      storefronts.invalidateShop(action.shopId)
      log.warn(action, 'an operator changed a shop from the command line')
      return undefined
    },
  },
})

const accountJobs = (deps: AppDependencies): JobKinds => ({
  'sweep-sessions': {
    isRecurring: true,
    maxDelay: DAY_MS,
    whenLate: { after: DAY_MS, delay: DAY_MS },
    run: async () => {
      await deps.db.withTx((tx) => sweepSessions(tx, deps.clock()), 'guarded')
      return deps.clock() + DAY_MS
    },
  },
  'sweep-accounts': {
    isRecurring: true,
    maxDelay: IDLE_MS,
    // after a clock change every account gets the whole idle period again
    whenLate: { after: DAY_MS, delay: IDLE_MS },
    run: async () => {
      await sweepAccounts(deps)
      await deps.db.withTx((tx) => sweepAddressDays(tx, deps.clock()), 'guarded')
      return deps.clock() + DAY_MS
    },
  },
})

const termJobs = (deps: AppDependencies, storefronts: StorefrontCache): JobKinds => ({
  'end-terms': {
    isRecurring: true,
    maxDelay: DAY_MS,
    // after a clock change every closed shop can be opened again for the whole time
    whenLate: { after: DAY_MS, delay: REOPEN_MS },
    run: async () => {
      await endClosedShops(deps, storefronts)
      await forgetOrders(deps)
      await removeEndedShops(deps)
      return deps.clock() + DAY_MS
    },
  },
})

const lessonJobs = (deps: AppDependencies, storefronts: StorefrontCache): JobKinds => ({
  'remove-practice-shops': {
    isRecurring: true,
    maxDelay: DAY_MS,
    // after a clock change every practice shop gets the whole time again
    whenLate: { after: DAY_MS, delay: PRACTICE_MS },
    run: async () => {
      await removeOldPracticeShops(deps, (shopId) => storefronts.invalidateShop(shopId))
      return deps.clock() + DAY_MS
    },
  },
  'sweep-lessons': {
    isRecurring: true,
    maxDelay: DAY_MS,
    run: async () => {
      await sweepLessons(deps)
      return deps.clock() + LESSON_SWEEP_MS
    },
  },
})

const helpJobs = (deps: AppDependencies, storefronts: StorefrontCache, queue: Queue): JobKinds => ({
  'sweep-handovers': {
    isRecurring: true,
    maxDelay: HOUR_MS,
    run: async () => {
      await sweepHandovers(deps, queue)
      return deps.clock() + HANDOVER_SWEEP_MS
    },
  },
  'sweep-helps': {
    isRecurring: true,
    maxDelay: TAKE_OVER_WITHIN_MS,
    // after a clock change every shop gets the whole time again
    whenLate: { after: DAY_MS, delay: TAKE_OVER_WITHIN_MS },
    run: async () => {
      await sweepHelps(deps, storefronts)
      return deps.clock() + HELP_SWEEP_MS
    },
  },
})

const mediaJobs = (deps: AppDependencies, queue: Queue): JobKinds => ({
  'measure-stored': {
    isRecurring: true,
    maxDelay: DAY_MS,
    run: async () => {
      await backfillFileSizes(deps, 'photo', photoFileNames)
      await backfillFileSizes(deps, 'voice', voiceFiles)
      return deps.clock() + DAY_MS
    },
  },
  'sweep-photos': {
    isRecurring: true,
    maxDelay: UNUSED_MS,
    whenLate: { after: DAY_MS, delay: UNUSED_MS },
    run: async () => {
      await sweepPhotos(deps, queue)
      await sweepUnusedMedia(deps, queue, 'voice', voiceFiles)
      return deps.clock() + HOUR_MS
    },
  },
})

/** Returns the handlers of all kinds of jobs. */
export const jobKinds = (
  deps: AppDependencies,
  storefronts: StorefrontCache,
  queue: Queue,
  log: Log,
): JobKinds => ({
  ...orderJobs(deps, storefronts, log),
  ...paymentJobs(deps, storefronts, log),
  ...messageJobs(deps, log),
  ...operatorJobs(storefronts, log),
  ...accountJobs(deps),
  ...termJobs(deps, storefronts),
  ...lessonJobs(deps, storefronts),
  ...helpJobs(deps, storefronts, queue),
  ...mediaJobs(deps, queue),
})
