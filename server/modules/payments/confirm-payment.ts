import { movements } from '@/domain/payment/ledger'
import { differingFacts, effectOfSuccess } from '@/domain/payment/payment-attempt'
import type { Database, Query } from '../../db/database'
import type { AppDependencies } from '../../dependencies'
import type { GatewayPayment } from '../../gateways/payment-gateway'
import { writeEntries } from '../ledger/write-entries'
import { moveOrder } from '../orders/move-order'
import type { OrderRow } from '../orders/order-row'
import { findOrder } from '../orders/store'
import { lockShop } from '../shops/shop-lock'
import { grantRefund } from './grant-refund'
import { findNumber, findPayment, type PaymentRow, updatePayment } from './store'

/** `differs`: the service names another amount, currency, merchant or appid than the payment, which is closed; nothing was moved. */
export type Confirmation = 'confirmed' | 'known' | 'unknown' | 'differs'

/** Runs a change of payments in a transaction in which nothing else of the shop changes. */
export const withPaymentLock = <T>(
  db: Database,
  shopId: string,
  work: (tx: Query) => Promise<T>,
): Promise<T> =>
  db.withTx(async (tx) => {
    await lockShop(tx, shopId)
    return work(tx)
  })

/**
 * Records that a payment service has confirmed a payment, once: it pays its order, or is refunded when the order was closed or is paid
 * already. Everything the service says is compared with the payment first.
 */
export async function confirmPayment(
  { db, clock }: Pick<AppDependencies, 'db' | 'clock'>,
  success: GatewayPayment,
): Promise<Confirmation> {
  const path = await findNumber(db.query, success.number)
  if (!path) return 'unknown'
  return withPaymentLock(db, path.shopId, async (tx) => {
    const payment = await findPayment(tx, path)
    const order = payment && (await findOrder(tx, path.shopId, payment.order_id))
    if (!payment || !order) return 'unknown'
    if (payment.state === 'paid') return 'known'
    const { amount, currency, merchant } = payment
    if (
      differingFacts({ amount, currency, merchant, appid: payment.appid ?? undefined }, success).length > 0
    ) {
      if (payment.state === 'open') await updatePayment(tx, payment, { state: 'closed', closed_at: clock() })
      return 'differs'
    }
    await recordSuccess(tx, { payment, order, success, now: clock() })
    return 'confirmed'
  })
}

interface Success {
  payment: PaymentRow
  order: OrderRow
  success: GatewayPayment
  now: number
}

async function recordSuccess(tx: Query, { payment, order, success, now }: Success): Promise<void> {
  const { shop_id: shopId, order_id: orderId, id, method, amount } = payment
  const paid = {
    state: 'paid',
    transaction_id: success.transactionId ?? null,
    paid_at: success.paidAt ?? now,
  } as const
  if (!(await updatePayment(tx, payment, paid)))
    throw new Error('a payment changed while its shop was locked')
  const effect = effectOfSuccess(order.payment_state)
  const source = { shopId, orderId, source: id, at: now }
  if (effect === 'pay') {
    await writeEntries(tx, source, [{ cause: 'paid', movements: movements.paid(method, amount) }])
    await moveOrder(tx, order, { action: 'confirm', actor: 'gateway', now })
  } else {
    await writeEntries(tx, source, [
      { cause: 'paid-in-vain', movements: movements['paid-in-vain'](method, amount) },
    ])
    await grantRefund(tx, { ...payment, ...paid }, { amount, reason: effect, now })
  }
}
