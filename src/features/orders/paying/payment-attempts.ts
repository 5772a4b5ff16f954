import type { Id } from '@/domain/id'
import { createPersistedStore } from '@/platform/storage/persisted-store'

/** Number of orders whose payments are remembered. */
const MAX_ORDERS = 20

interface PaymentAttempts {
  /** The payment that this phone began for an order, the newest order last. */
  attempts: { orderId: Id; paymentId: Id }[]
  save(orderId: Id, paymentId: Id): void
  remove(orderId: Id): void
}

/** The payments that this phone began: a till that is opened again continues the same payment, also after a reload. */
export const usePaymentAttempts = createPersistedStore<PaymentAttempts, Pick<PaymentAttempts, 'attempts'>>(
  (set) => ({
    attempts: [],
    save: (orderId, paymentId) =>
      set(({ attempts }) => ({
        attempts: [...without(attempts, orderId), { orderId, paymentId }].slice(-MAX_ORDERS),
      })),
    remove: (orderId) => set(({ attempts }) => ({ attempts: without(attempts, orderId) })),
  }),
  { name: 'payment-attempts', version: 1, partialize: ({ attempts }) => ({ attempts }) },
)

const without = (attempts: PaymentAttempts['attempts'], orderId: Id) =>
  attempts.filter((one) => one.orderId !== orderId)
