import { PAY_WITHIN_MS } from '@/domain/order/order-limits'
import { readJson } from '../../db/json'
import type { ServerModule } from '../../server-module'
import { CLOSE_UNPAID } from '../orders/unpaid-job'
import { CLOSE_RETRY_MS, closePaymentLater } from './close-payment'
import { closeUnpaid } from './close-unpaid'
import { CLOSE_PAYMENT, SEND_REFUND } from './jobs'
import { renewCertificates } from './renew-certificates'
import { paymentHandlers } from './routes'
import { REFUND_RETRY_MS, type RefundPath, sendRefund } from './send-refund'
import { serveNotices } from './serve-notices'
import type { PaymentPath } from './store'

export const paymentsModule = (({ app, content, deps, storefronts }) => ({
  handlers: paymentHandlers(deps, content),
  serve: async () => {
    await serveNotices(app, deps)
    renewCertificates(app, deps.payments)
  },
  jobs: {
    [CLOSE_UNPAID]: {
      maxDelay: PAY_WITHIN_MS,
      // buyers could not pay while the server was down
      whenLate: { after: PAY_WITHIN_MS, delay: PAY_WITHIN_MS },
      run: async (job) => {
        await closeUnpaid(deps, storefronts, job, app.log)
        return undefined
      },
    },
    [CLOSE_PAYMENT]: {
      maxDelay: CLOSE_RETRY_MS,
      run: (job) => closePaymentLater(deps, readJson<PaymentPath>(job.payload), app.log),
    },
    [SEND_REFUND]: {
      maxDelay: REFUND_RETRY_MS,
      run: (job) => sendRefund(deps, readJson<RefundPath>(job.payload), app.log),
    },
  },
})) satisfies ServerModule
