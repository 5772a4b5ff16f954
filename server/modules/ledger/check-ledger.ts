import { type Selectable, sql } from 'kysely'
import type { CollectionMeans } from '@/domain/payment/collection'
import { expectedBalances, type MoneyFacts } from '@/domain/payment/expected-balances'
import { balancesOf, type LedgerAccount, ledgerAccounts } from '@/domain/payment/ledger'
import type { Database, Query } from '../../db/database'
import type { Tables } from '../../db/tables'

/** An account of an order whose balance in the ledger is not what the order, its payments and its refunds say. In fen. */
export interface LedgerDifference {
  slug: string
  orderNumber: number
  account: LedgerAccount
  expected: number
  inLedger: number
}

export interface LedgerCheck {
  orders: number
  entries: number
  differences: LedgerDifference[]
}

const PAGE = 500

interface ShopOrder {
  id: string
  number: number
  total: number
  payment_method: MoneyFacts['method']
  payment_state: MoneyFacts['state']
  collected: number | null
  collected_means: CollectionMeans | null
  returned: number
}

const readOrders = (db: Query, shopId: string, after: string): Promise<ShopOrder[]> =>
  db
    .selectFrom('shop_order')
    .select([
      'id',
      'number',
      'total',
      'payment_method',
      'payment_state',
      'collected',
      'collected_means',
      'returned',
    ])
    .where('shop_id', '=', shopId)
    .where('id', '>', after)
    .orderBy('id')
    .limit(PAGE)
    .execute()

const rowsOfOrders = <Name extends 'ledger' | 'payment' | 'refund'>(
  db: Query,
  table: Name,
  { shopId, ids }: { shopId: string; ids: string[] },
): Promise<Selectable<Tables[Name]>[]> =>
  sql<
    Selectable<Tables[Name]>
  >`select * from ${sql.table(table)} where shop_id = ${shopId} and order_id in (${sql.join(ids)})`
    .execute(db)
    .then(({ rows }) => rows)

function byOrder<Row extends { order_id: string }>(rows: readonly Row[]): (id: string) => Row[] {
  const groups = new Map<string, Row[]>()
  for (const row of rows) groups.set(row.order_id, [...(groups.get(row.order_id) ?? []), row])
  return (id) => groups.get(id) ?? []
}

/**
 * Recomputes the balances of every order from the order, its payments and its refunds, and compares them with the ledger. Orders may be
 * written meanwhile: each page of them is read as it was at one moment.
 */
export async function checkLedger(db: Pick<Database, 'query' | 'withSnapshot'>): Promise<LedgerCheck> {
  const check: LedgerCheck = { orders: 0, entries: 0, differences: [] }
  const shops = await db.query.selectFrom('shop').select(['shop_id', 'slug']).orderBy('slug').execute()
  for (const { shop_id: shopId, slug } of shops) {
    let after: string | undefined = ''
    while (after !== undefined)
      after = await db.withSnapshot((query) => checkPage(query, { shopId, slug, after }, check))
  }
  return check
}

/** Checks a page of orders and returns the id of its last; `undefined` behind the last page. */
async function checkPage(
  db: Query,
  { shopId, slug, after = '' }: { shopId: string; slug: string; after: string | undefined },
  check: LedgerCheck,
): Promise<string | undefined> {
  const orders = await readOrders(db, shopId, after)
  if (orders.length > 0) await checkOrders(db, { shopId, slug, orders }, check)
  return orders.at(-1)?.id
}

async function checkOrders(
  db: Query,
  { shopId, slug, orders }: { shopId: string; slug: string; orders: ShopOrder[] },
  check: LedgerCheck,
): Promise<void> {
  const ids = orders.map(({ id }) => id)
  const given = { shopId, ids }
  const ledger = await rowsOfOrders(db, 'ledger', given)
  const [entries, payments, refunds] = [
    byOrder(ledger),
    byOrder(await rowsOfOrders(db, 'payment', given)),
    byOrder(await rowsOfOrders(db, 'refund', given)),
  ]
  check.orders += orders.length
  check.entries += ledger.length
  for (const order of orders) {
    const expected = expectedBalances({
      ...{ total: order.total, method: order.payment_method, state: order.payment_state },
      received: { amount: order.collected ?? order.total, means: order.collected_means ?? 'cash' },
      returned: order.returned,
      payments: payments(order.id),
      refunds: refunds(order.id).map((refund) => ({
        ...{ ...refund, paymentId: refund.payment_id },
        ...{ isSentBack: refund.sent_back === 1, isReturnedTwice: refund.returned_twice === 1 },
      })),
    })
    const inLedger = balancesOf(entries(order.id))
    for (const account of ledgerAccounts)
      if (expected[account] !== inLedger[account])
        check.differences.push({
          ...{ slug, orderNumber: order.number, account },
          ...{ expected: expected[account], inLedger: inLedger[account] },
        })
  }
}
