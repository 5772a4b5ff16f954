import type { Query } from '../db/database'
import type { AppDependencies } from '../dependencies'
import { addAuditEntry } from '../modules/operator/audit-trail'
import { toOrder } from '../modules/orders/order-row'
import { paymentsOfOrder } from '../modules/payments/store'
import { readCopy } from '../modules/personal-data/read-copy'

/** The accounts of a phone number: who gets text messages there, and owners of shops that show it. */
async function findAccounts(db: Query, phone: string): Promise<string[]> {
  const channels = await db
    .selectFrom('channel')
    .select('account_id')
    .where('kind', '=', 'sms')
    .where('address', '=', phone)
    .execute()
  const owners = await db
    .selectFrom('shop_owner')
    .innerJoin('shop', 'shop.shop_id', 'shop_owner.shop_id')
    .select('account_id')
    .where('shop.phone', '=', phone)
    .execute()
  return [...new Set([...channels, ...owners].map(({ account_id }) => account_id))].sort()
}

/** The orders whose receiver has a phone number, in all shops. */
async function findOrders(db: Query, phone: string) {
  const rows = await db
    .selectFrom('shop_order')
    .innerJoin('shop', 'shop.shop_id', 'shop_order.shop_id')
    .selectAll('shop_order')
    .select(['shop.name as shop_name', 'shop.slug as shop_slug'])
    .where('receiver', 'like', `%"${phone}"%`)
    .orderBy('shop_order.created_at')
    .execute()
  const orders = []
  for (const { shop_name: shop, shop_slug: slug, ...row } of rows) {
    const payments = await paymentsOfOrder(db, row.shop_id, row.id)
    orders.push({
      ...{ shop, slug, buyer: row.buyer_id, order: toOrder(row) },
      payments: payments.map(({ method, amount, state, number, created_at: createdAt, payer_id: payer }) => ({
        ...{ method, amount, state, number, createdAt, payer },
      })),
    })
  }
  return orders
}

/**
 * Everything that is stored about a phone number, for an authority that may ask for it: the accounts that have it, with their shops and
 * orders, and the orders that it receives. The reason is in the audit trail before anything is read out.
 */
export async function readPersonData(
  deps: Pick<AppDependencies, 'db' | 'clock' | 'secret'>,
  { phone, reason }: { phone: string; reason: string },
) {
  await deps.db.withTx((tx) =>
    addAuditEntry(deps, tx, {
      // as much as finds the entry again
      ...{ operatorId: null, action: 'read-person', subject: `*${phone.slice(-4)}`, details: { reason } },
    }),
  )
  const { query } = deps.db
  const accounts = []
  for (const accountId of await findAccounts(query, phone)) {
    const copy = await readCopy(query, accountId)
    if (copy) accounts.push(copy)
  }
  return { phone, readAt: deps.clock(), reason, accounts, received: await findOrders(query, phone) }
}
