import type { Selectable } from 'kysely'
import type { Query } from '../../db/database'
import type { PaymentTable, RefundTable } from '../../db/money-tables'
import { prepareQuery } from '../../db/prepare-query'

export type PaymentRow = Selectable<PaymentTable>
export type RefundRow = Selectable<RefundTable>

export interface PaymentPath {
  shopId: string
  paymentId: string
}

export const findPayment = (db: Query, { shopId, paymentId }: PaymentPath): Promise<PaymentRow | undefined> =>
  db
    .selectFrom('payment')
    .selectAll()
    .where('shop_id', '=', shopId)
    .where('id', '=', paymentId)
    .executeTakeFirst()

export async function findNumber(db: Query, number: string): Promise<PaymentPath | undefined> {
  const row = await db
    .selectFrom('payment_number')
    .select(['shop_id', 'payment_id'])
    .where('number', '=', number)
    .executeTakeFirst()
  return row && { shopId: row.shop_id, paymentId: row.payment_id }
}

export const paymentsOfOrder = (db: Query, shopId: string, orderId: string): Promise<PaymentRow[]> =>
  selectPayments(db, { shopId, orderId })

const selectPayments = prepareQuery((db, given: { shopId: string; orderId: string }) =>
  db
    .selectFrom('payment')
    .selectAll()
    .where('shop_id', '=', given.shopId)
    .where('order_id', '=', given.orderId)
    .orderBy('created_at')
    .orderBy('id'),
)

/** True for the payment that has paid its order and is not refunded in full; one that paid nothing is. */
export const isPayingPayment = ({ state, refunded, amount }: PaymentRow): boolean =>
  state === 'paid' && refunded < amount

export async function insertPayment(tx: Query, row: Omit<PaymentRow, 'refunded'>): Promise<void> {
  const { number, shop_id, id } = row
  await tx.insertInto('payment').values(row).execute()
  await tx.insertInto('payment_number').values({ number, shop_id, payment_id: id }).execute()
}

/** Changes a payment that is still in the state it was read in; false when it is not. */
export async function updatePayment(
  tx: Query,
  { shop_id, id, state }: PaymentRow,
  changes: Partial<Pick<PaymentRow, 'state' | 'transaction_id' | 'paid_at' | 'closed_at'>>,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('payment')
    .set(changes)
    .where('shop_id', '=', shop_id)
    .where('id', '=', id)
    .where('state', '=', state)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Names the payer of a payment that has none; returns the payer's openid, which another request may have named. */
export async function nameOpenid(db: Query, { shop_id, id }: PaymentRow, openid: string): Promise<string> {
  const selectThis = db.selectFrom('payment').where('shop_id', '=', shop_id).where('id', '=', id)
  await db
    .updateTable('payment')
    .set({ openid })
    .where('shop_id', '=', shop_id)
    .where('id', '=', id)
    .where('openid', 'is', null)
    .execute()
  return (await selectThis.select('openid').executeTakeFirst())?.openid ?? openid
}

export const findRefund = (db: Query, shopId: string, id: string): Promise<RefundRow | undefined> =>
  db.selectFrom('refund').selectAll().where('shop_id', '=', shopId).where('id', '=', id).executeTakeFirst()

export const refundsOf = (db: Query, { shop_id, id }: PaymentRow): Promise<RefundRow[]> =>
  db.selectFrom('refund').selectAll().where('shop_id', '=', shop_id).where('payment_id', '=', id).execute()

export const refundsOfOrder = (
  db: Query,
  { shop_id, id }: { shop_id: string; id: string },
): Promise<RefundRow[]> =>
  db
    .selectFrom('refund')
    .selectAll()
    .where('shop_id', '=', shop_id)
    .where('order_id', '=', id)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
