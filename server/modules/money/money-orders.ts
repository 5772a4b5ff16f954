import { type AliasedExpression, type ExpressionBuilder, type RawBuilder, sql } from 'kysely'
import type { RouteQuery } from '@/contract/routes'
import type { Page } from '@/contract/shapes'
import { addDays, type Day, startOfDay } from '@/domain/day'
import { boundsOf, type Month } from '@/domain/month'
import type { LedgerAccount } from '@/domain/payment/ledger'
import { type MoneyOrder, moneyAccounts, refundCauses } from '@/domain/payment/money-month'
import { isRefundPart, type MoneyPart, refundAccounts } from '@/domain/payment/money-part'
import type { Receiver } from '@/domain/receiver/receiver'
import type { Query } from '../../db/database'
import { readJson } from '../../db/json'
import { readPage, toPage } from '../../db/pagination'
import type { Tables } from '../../db/tables'
import { isDue } from '../orders/store'
import { toDebtor } from './debtor'

type MoneyOrdersQuery = RouteQuery<'GET /api/shops/:shopId/money/:month/order-amounts'>

/** A part that is a sum over the ledger. */
type LedgerPart = Exclude<MoneyPart, 'due' | 'due-now'>

/** Debits of accounts less their credits. */
function balanceOf(accounts: readonly LedgerAccount[]): RawBuilder<number> {
  const list = sql.join(accounts.map((account) => sql.lit(account)))
  return sql`sum(case when debit in (${list}) then amount when credit in (${list}) then -amount else 0 end)`
}

/** The sum of a part, as `summarizeMonth` of `src/domain/payment/money-month.ts` counts it. */
function sumOf(part: LedgerPart): RawBuilder<number> {
  if (part === 'refunded' || isRefundPart(part)) return sql`sum(amount)`
  // what a buyer is owed is credited
  if (part === 'owed-now') return sql`-${balanceOf(['refundable'])}`
  // a fee is the balance of its own account
  return balanceOf(part === 'collected' ? moneyAccounts : [part])
}

const belongsTo = (part: LedgerPart) => (eb: ExpressionBuilder<Tables, 'ledger'>) => {
  if (isRefundPart(part))
    return eb.and([eb('cause', 'in', [...refundCauses]), eb('credit', '=', refundAccounts[part])])
  if (part === 'refunded') return eb('cause', 'in', [...refundCauses])
  if (part === 'owed-now') return eb.or([eb('debit', '=', 'refundable'), eb('credit', '=', 'refundable')])
  return part === 'fees' ? eb('cause', '=', 'fee') : eb('cause', 'not in', [...refundCauses, 'fee'])
}

interface Span {
  from: number
  until: number
}

/** All of time for the amounts due or owed now; else the month, or one of its days, which is empty for a day of another month. */
function spanOf(month: Month, part: MoneyPart, day: Day | undefined): Span {
  if (part === 'due-now' || part === 'owed-now') return { from: 0, until: Number.MAX_SAFE_INTEGER }
  const bounds = boundsOf(month)
  if (day === undefined) return bounds
  return {
    from: Math.max(bounds.from, startOfDay(day)),
    until: Math.min(bounds.until, startOfDay(addDays(day, 1))),
  }
}

/** The orders of a part with the share of each. */
type Shares = AliasedExpression<{ order_id: string; moved: number }, 'share'>

const ledgerShares = (db: Query, shopId: string, part: LedgerPart, { from, until }: Span): Shares =>
  db
    .selectFrom('ledger')
    .select(['order_id', sumOf(part).as('moved')])
    .where('shop_id', '=', shopId)
    .where('created_at', '>=', from)
    .where('created_at', '<', until)
    .where(belongsTo(part))
    .groupBy('order_id')
    .as('share')

const dueShares = (db: Query, shopId: string, { from, until }: Span): Shares =>
  db
    .selectFrom('shop_order')
    .select(['id as order_id', 'total as moved'])
    .where('shop_id', '=', shopId)
    .where('created_at', '>=', from)
    .where('created_at', '<', until)
    .where(isDue)
    .as('share')

/** A page of the orders behind one amount, newest first. */
export async function readMoneyOrders(
  db: Query,
  { shopId, month }: { shopId: string; month: Month },
  query: MoneyOrdersQuery,
): Promise<Page<MoneyOrder>> {
  const part = query.part ?? 'collected'
  const span = spanOf(month, part, query.day)
  const select = db
    .selectFrom(
      part === 'due' || part === 'due-now'
        ? dueShares(db, shopId, span)
        : ledgerShares(db, shopId, part, span),
    )
    .innerJoin('shop_order', 'shop_order.id', 'share.order_id')
    .select(['id', 'number', 'receiver', 'created_at', 'moved'])
    .where('shop_id', '=', shopId)
    .where('moved', '!=', 0)
  const rows = await readPage(select, query, ['created_at', 'id'])
  return toPage(
    rows,
    query.limit,
    ({ created_at: at, id }) => ({ at, id }),
    ({ id, number, receiver, moved }) => ({
      ...{ id, number, amount: Number(moved) },
      ...toDebtor(readJson<Receiver>(receiver)),
    }),
  )
}
