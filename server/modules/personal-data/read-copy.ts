import type { Order } from '@/domain/order/order'
import type { Query } from '../../db/database'
import { claimsOf, toClaim } from '../claims/store'
import { toOrder } from '../orders/order-row'
import { findOrder } from '../orders/store'
import { type PaymentRow, paymentsOfOrder } from '../payments/store'

/** Reads all stored data of a person, but secrets and their hashes. @returns `undefined` for an unknown account */
export async function readCopy(db: Query, accountId: string) {
  const account = await db.selectFrom('account').selectAll().where('id', '=', accountId).executeTakeFirst()
  if (!account) return undefined
  return {
    account: { id: account.id, createdAt: account.created_at },
    signIns: await db
      .selectFrom('identity')
      .select(['provider', 'created_at as createdAt', 'used_at as usedAt'])
      .where('account_id', '=', accountId)
      .execute(),
    orders: await readOrders(db, accountId),
    paidForOthers: await readPaidForOthers(db, accountId),
    reports: await readReports(db, accountId),
    consents: await readConsents(db, accountId),
    ...(await readSeller(db, accountId)),
    ...(await readCentre(db, accountId)),
    ...(await readMessages(db, accountId)),
  }
}

export type PersonalCopy = NonNullable<Awaited<ReturnType<typeof readCopy>>>

async function readOrders(db: Query, accountId: string) {
  const rows = await db
    .selectFrom('account_order')
    .innerJoin('shop', 'shop.shop_id', 'account_order.shop_id')
    .select(['account_order.shop_id', 'order_id', 'shop.name'])
    .where('account_id', '=', accountId)
    .orderBy('account_order.created_at', 'desc')
    .execute()
  const orders = []
  for (const { shop_id, order_id, name } of rows) {
    const row = await findOrder(db, shop_id, order_id)
    if (!row) continue
    const payments = await paymentsOfOrder(db, shop_id, order_id)
    orders.push({
      shop: name,
      order: toOrder(row) satisfies Order,
      claims: (await claimsOf(db, row)).map(toClaim),
      payments: payments.map(toPayment),
    })
  }
  return orders
}

type StoredPayment = Pick<PaymentRow, 'method' | 'amount' | 'state' | 'number' | 'created_at' | 'openid'>

const toPayment = ({ method, amount, state, number, created_at, openid }: StoredPayment) => ({
  ...{ method, amount, state, number, createdAt: created_at, hasOpenid: openid !== null },
})

async function readPaidForOthers(db: Query, accountId: string) {
  const rows = await db
    .selectFrom('payment')
    .innerJoin('shop', 'shop.shop_id', 'payment.shop_id')
    .innerJoin('shop_order', (join) =>
      join
        .onRef('shop_order.shop_id', '=', 'payment.shop_id')
        .onRef('shop_order.id', '=', 'payment.order_id'),
    )
    .select([
      ...(['shop.name', 'payment.method', 'payment.amount', 'payment.state', 'payment.number'] as const),
      ...(['payment.created_at', 'payment.openid'] as const),
    ])
    .where('payment.payer_id', '=', accountId)
    .where('shop_order.buyer_id', '!=', accountId)
    .orderBy('payment.created_at')
    .execute()
  return rows.map(({ name, ...payment }) => ({ shop: name, ...toPayment(payment) }))
}

const readReports = (db: Query, accountId: string) =>
  db
    .selectFrom('report')
    .innerJoin('shop', 'shop.shop_id', 'report.shop_id')
    .select(['shop.name as shop', 'report.reason', 'report.note', 'report.reported_at as reportedAt'])
    .where('account_id', '=', accountId)
    .orderBy('report.reported_at')
    .execute()

const readConsents = (db: Query, accountId: string) =>
  db
    .selectFrom('consent')
    .select(['kind', 'version', 'agreed_at as agreedAt'])
    .where('account_id', '=', accountId)
    .orderBy('agreed_at')
    .execute()

const readSeller = async (db: Query, accountId: string) => ({
  shops: await db
    .selectFrom('shop_owner')
    .innerJoin('shop', 'shop.shop_id', 'shop_owner.shop_id')
    .select(['shop.name', 'shop.slug', 'since'])
    .where('account_id', '=', accountId)
    .execute(),
  photos: await db
    .selectFrom('photo')
    .select(['id', 'hash'])
    .where('account_id', '=', accountId)
    .orderBy('id')
    .execute(),
  voices: await db
    .selectFrom('voice')
    .select(['id', 'hash', 'ms'])
    .where('account_id', '=', accountId)
    .orderBy('id')
    .execute(),
  blockedBy: await db
    .selectFrom('shop_buyer')
    .innerJoin('shop', 'shop.shop_id', 'shop_buyer.shop_id')
    .select(['shop.name', 'shop_buyer.blocked_at as since'])
    .where('account_id', '=', accountId)
    .where('shop_buyer.blocked_at', 'is not', null)
    .execute(),
})

const readCentre = async (db: Query, accountId: string) => ({
  roles: await db
    .selectFrom('staff')
    .select(['centre', 'role', 'name', 'since'])
    .where('account_id', '=', accountId)
    .execute(),
  lessons: await db
    .selectFrom('learner')
    .select(['joined_at as joinedAt', 'seat', 'stage', 'spent', 'left_at as leftAt'])
    .where('account_id', '=', accountId)
    .execute(),
  helped: await db
    .selectFrom('help_step')
    .select(['action', 'at', 'centre'])
    .where('account_id', '=', accountId)
    .orderBy('at')
    .execute(),
})

const readMessages = async (db: Query, accountId: string) => ({
  channels: await db
    .selectFrom('channel')
    .select(['kind', 'permits', 'created_at as createdAt'])
    .where('account_id', '=', accountId)
    .execute(),
  phone: await db
    .selectFrom('channel')
    .select('address')
    .where('account_id', '=', accountId)
    .where('kind', '=', 'sms')
    .execute(),
  quietHours: await db
    .selectFrom('quiet_hours')
    .select(['starts', 'ends'])
    .where('account_id', '=', accountId)
    .execute(),
  messages: await db
    .selectFrom('message')
    .select(['kind', 'event', 'created_at as createdAt', 'state'])
    .where('account_id', '=', accountId)
    .orderBy('created_at')
    .execute(),
})
