import { afterSaleStates, isOpen } from '@/domain/order/after-sale'
import { sentStates, unsentStates } from '@/domain/order/order'
import { payoutAmount } from '@/domain/payment/payout'
import type { Query } from '../../db/database'
import type { Payouts } from '../../gateways/payouts'
import { hasRequest } from '../orders/store'
import { REPORTED_PLACES } from '../parcels/queue-report'
import type { Seller } from './store'

/** What is left of the payments for orders of some shops. WeChat holds the money of others until their goods are sent. */
const paymentsInBalance = (db: Query, shopIds: readonly string[]) =>
  db
    .selectFrom('shop_order')
    .innerJoin('payment', (join) =>
      join
        .onRef('payment.shop_id', '=', 'shop_order.shop_id')
        .onRef('payment.order_id', '=', 'shop_order.id'),
    )
    .select((eb) => eb.fn.sum(eb('payment.amount', '-', eb.ref('payment.refunded'))).as('sum'))
    .where('shop_order.shop_id', 'in', shopIds)
    .where('payment.role', '=', 'platform')
    .where('payment.state', '=', 'paid')
    .where((eb) =>
      eb.or([eb('payment.place', 'not in', [...REPORTED_PLACES]), eb('payment.shipping', '=', 'reported')]),
    )

/**
 * The money, in fen, that stays in a seller's balance for refunds: what was paid for orders that are not sent yet or whose buyers ask for
 * their money back, and refunds that are under way.
 */
export async function readReserve(db: Query, shopIds: readonly string[]): Promise<number> {
  const unsent = await paymentsInBalance(db, shopIds)
    .where('shop_order.state', 'in', ['placed', ...unsentStates])
    .executeTakeFirst()
  const claimed = await paymentsInBalance(db, shopIds)
    .where('shop_order.state', 'in', sentStates)
    .where(hasRequest)
    .where('after_sale', 'in', afterSaleStates.filter(isOpen))
    .executeTakeFirst()
  const requested = await db
    .selectFrom('refund')
    .innerJoin('payment', (join) =>
      join.onRef('payment.shop_id', '=', 'refund.shop_id').onRef('payment.id', '=', 'refund.payment_id'),
    )
    .select((eb) => eb.fn.sum('refund.amount').as('sum'))
    .where('refund.shop_id', 'in', shopIds)
    .where('refund.state', '=', 'requested')
    .where('payment.role', '=', 'platform')
    .executeTakeFirst()
  return [unsent, claimed, requested].reduce((sum, row) => sum + Number(row?.sum ?? 0), 0)
}

/** The amount that a seller can be paid out now, in fen. @throws GatewayError */
export async function readPayoutAmount(
  db: Query,
  service: Payouts,
  { merchant, shopIds }: Seller,
): Promise<number> {
  const available = await service.readAvailable(merchant)
  return payoutAmount({ available, reserve: await readReserve(db, shopIds) })
}
