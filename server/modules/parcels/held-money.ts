import type { RouteReply } from '@/contract/routes'
import { sentStates } from '@/domain/order/order'
import { type HeldMoney, heldReason } from '@/domain/order/parcel'
import type { Query } from '../../db/database'
import { type OrderRow, toParcel } from '../orders/order-row'
import { REPORTED_PLACES } from './queue-report'

type Today = RouteReply<'GET /api/shops/:shopId/today'>

const MAX_LISTED = 50

/** Payments in mini-programs that WeChat holds until their orders are reported as sent, with these orders. */
const heldPayments = (db: Query, shopId: string) =>
  db
    .selectFrom('payment')
    .innerJoin('shop_order', (join) =>
      join
        .onRef('shop_order.shop_id', '=', 'payment.shop_id')
        .onRef('shop_order.id', '=', 'payment.order_id'),
    )
    .where('payment.shop_id', '=', shopId)
    .where('payment.method', '=', 'wechat')
    .where('payment.place', 'in', [...REPORTED_PLACES])
    .where('payment.state', '=', 'paid')
    .whereRef('payment.refunded', '<', 'payment.amount')
    .where((eb) => eb.or([eb('payment.shipping', 'is', null), eb('payment.shipping', '!=', 'reported')]))
    .where('shop_order.state', '!=', 'cancelled')
    .where('shop_order.payment_state', '=', 'paid')

/** True if WeChat holds the money of an order. */
export async function isHeld(db: Query, { shop_id, id }: OrderRow): Promise<boolean> {
  const row = await heldPayments(db, shop_id)
    .select('payment.id')
    .where('shop_order.id', '=', id)
    .executeTakeFirst()
  return row !== undefined
}

/** The number of held payments, and their money in fen. */
async function sumOf(held: ReturnType<typeof heldPayments>): Promise<{ orders: number; sum: number }> {
  const row = await held
    .select((eb) => [
      eb.fn.countAll().as('orders'),
      eb.fn.sum(eb('payment.amount', '-', eb.ref('payment.refunded'))).as('sum'),
    ])
    .executeTakeFirstOrThrow()
  return { orders: Number(row.orders), sum: Number(row.sum ?? 0) }
}

/**
 * The number and sum, in fen, of the payments that WeChat holds for finished orders that can still be reported. Orders whose payers have
 * deleted their data, and with it the openid, cannot be reported.
 */
export const sumReportable = (db: Query, shopId: string): Promise<{ orders: number; sum: number }> =>
  sumOf(
    heldPayments(db, shopId).where('shop_order.state', '=', 'done').where('payment.openid', 'is not', null),
  )

/** The money of a shop's payments in mini-programs that WeChat holds until their orders are reported as sent. */
export async function readHeldMoney(db: Query, shopId: string): Promise<HeldMoney> {
  const held = heldPayments(db, shopId)
  const { orders: count, sum: amount } = await sumOf(held)
  const rows = await held
    .select(['shop_order.id', 'shop_order.number', 'shop_order.state', 'fulfilment', 'carrier', 'waybill'])
    .select(['payment.amount', 'payment.refunded', 'payment.shipping_error'])
    .orderBy('shop_order.created_at')
    .orderBy('shop_order.id')
    .limit(MAX_LISTED)
    .execute()
  return {
    ...{ count, amount },
    orders: rows.map(({ id, number, amount: paid, refunded, shipping_error, ...order }) => ({
      ...{ orderId: id, number, amount: paid - refunded },
      reason: heldReason({ ...order, parcel: toParcel(order) }),
      ...(shipping_error === null ? {} : { refused: shipping_error }),
    })),
  }
}

/** Orders that were sent by courier, whose money WeChat holds until they name a waybill. */
export async function findMissingWaybills(
  db: Query,
  shopId: string,
): Promise<Pick<Today, 'missingWaybills'>> {
  const rows = await heldPayments(db, shopId)
    .select('shop_order.id')
    .where('fulfilment', '=', 'courier')
    .where('shop_order.state', 'in', sentStates)
    .where('waybill', 'is', null)
    .orderBy('shop_order.created_at')
    .execute()
  const [first] = rows
  return first ? { missingWaybills: { count: rows.length, orderId: first.id } } : {}
}
