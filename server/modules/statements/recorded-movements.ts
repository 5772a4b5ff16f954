import { addDays, type Day, startOfDay } from '@/domain/day'
import type { RecordedMovement } from '@/domain/payment/statement'
import type { Query } from '../../db/database'
import type { StatementLine } from '../../gateways/payment-gateway'
import type { ConnectedService } from './connected-services'

/** A movement with the shop and the order that it belongs to, and its fee as far as it was stated. */
export interface ShopMovement extends RecordedMovement {
  shopId: string
  orderId: string
  /** The id of the payment or refund within the shop. */
  id: string
  fee: number | null
}

type Service = Pick<ConnectedService, 'method' | 'role' | 'gateway'>

/** Values of one query, below the limit of both engines. */
const BATCH = 500

/** The payments of a service that its statements name. */
const selectPayments = (db: Query, { method, role, gateway: { statementOf } }: Service) =>
  db
    .selectFrom('payment')
    .select(['payment.shop_id', 'payment.order_id', 'payment.id', 'payment.number', 'payment.amount'])
    .select(['payment.state', 'payment.fee'])
    .where('payment.method', '=', method)
    .where((eb) => (role === null ? eb('payment.role', 'is', null) : eb('payment.role', '=', role)))
    .$if(statementOf !== undefined, (select) => select.where('payment.merchant', '=', statementOf ?? ''))

const selectRefunds = (db: Query, { method, role, gateway: { statementOf } }: Service) =>
  db
    .selectFrom('refund')
    .innerJoin('payment', (join) =>
      join.onRef('payment.shop_id', '=', 'refund.shop_id').onRef('payment.id', '=', 'refund.payment_id'),
    )
    .select(['refund.shop_id', 'refund.order_id', 'refund.id', 'refund.amount', 'refund.state', 'refund.fee'])
    .select(['refund.sent_back', 'refund.returned_twice'])
    .where('payment.method', '=', method)
    .where((eb) => (role === null ? eb('payment.role', 'is', null) : eb('payment.role', '=', role)))
    .$if(statementOf !== undefined, (select) => select.where('payment.merchant', '=', statementOf ?? ''))

type PaymentFacts = Awaited<ReturnType<ReturnType<typeof selectPayments>['execute']>>[number]
type RefundFacts = Awaited<ReturnType<ReturnType<typeof selectRefunds>['execute']>>[number]

const toPayment = ({ shop_id, order_id, id, number, amount, state, fee }: PaymentFacts): ShopMovement => ({
  ...{ kind: 'payment', shopId: shop_id, orderId: order_id, id, number, amount, fee },
  isDone: state === 'paid',
})

const toRefund = ({ shop_id, order_id, id, amount, fee, ...refund }: RefundFacts): ShopMovement => ({
  ...{ kind: 'refund', shopId: shop_id, orderId: order_id, id, number: id, amount, fee },
  isDone: refund.state === 'done' || refund.sent_back === 1 || refund.returned_twice === 1,
})

/** The recorded movements that a statement names, whatever their day. */
export async function findStated(
  db: Query,
  service: Service,
  lines: readonly StatementLine[],
): Promise<ShopMovement[]> {
  const found: ShopMovement[] = []
  const numbersOf = (kind: StatementLine['kind']) =>
    lines.filter((one) => one.kind === kind).map(({ number }) => number)
  const [payments, refunds] = [numbersOf('payment'), numbersOf('refund')]
  for (let at = 0; at < payments.length; at += BATCH) {
    const some = payments.slice(at, at + BATCH)
    found.push(
      ...(await selectPayments(db, service).where('payment.number', 'in', some).execute()).map(toPayment),
    )
  }
  for (let at = 0; at < refunds.length; at += BATCH) {
    const some = refunds.slice(at, at + BATCH)
    found.push(...(await selectRefunds(db, service).where('refund.id', 'in', some).execute()).map(toRefund))
  }
  return found
}

/**
 * The movements that a day's statement has to name: payments made on the day, and refunds requested and settled on it. A refund requested
 * about midnight, or again after an outage, may be in the next statement.
 */
export async function findExpected(db: Query, service: Service, day: Day): Promise<ShopMovement[]> {
  const [from, until] = [startOfDay(day), startOfDay(addDays(day, 1))]
  const payments = await selectPayments(db, service)
    .where('payment.state', '=', 'paid')
    .where('payment.paid_at', '>=', from)
    .where('payment.paid_at', '<', until)
    .execute()
  const refunds = await selectRefunds(db, service)
    .where('refund.state', '=', 'done')
    .where('refund.created_at', '>=', from)
    .where('refund.settled_at', '<', until)
    .execute()
  return [...payments.map(toPayment), ...refunds.map(toRefund)]
}

/** When the first payment at a service was created, in epoch ms; `undefined` when there is none. */
export async function firstPaymentAt(db: Query, { method, role }: Service): Promise<number | undefined> {
  const row = await db
    .selectFrom('payment')
    .select((eb) => eb.fn.min('created_at').as('first'))
    .where('method', '=', method)
    .where((eb) => (role === null ? eb('role', 'is', null) : eb('role', '=', role)))
    .executeTakeFirst()
  return row?.first === null || row === undefined ? undefined : Number(row.first)
}
