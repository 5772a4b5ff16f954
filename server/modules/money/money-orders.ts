import { type ExpressionBuilder, type RawBuilder, sql } from 'kysely'
import type { RouteQuery } from '@/contract/routes'
import type { Page } from '@/contract/shapes'
import { addDays, type Day, startOfDay } from '@/domain/day'
import { type MoneyOrder, moneyAccounts } from '@/domain/money-month'
import type { MoneyPart } from '@/domain/money-part'
import { boundsOf, type Month } from '@/domain/month'
import type { Receiver } from '@/domain/receiver'
import type { Query } from '../../db/database'
import { readJson } from '../../db/json'
import { decodeCursor, isAfter, PAGE_SIZE, toPage } from '../../db/pagination'
import type { Tables } from '../../db/tables'
import { toDebtor } from './debtor'

type MoneyOrdersQuery = RouteQuery<'GET /api/shops/:shopId/money/:month/order-amounts'>

/** The accounts whose balance a part is; a fee is the balance of its own account. */
const accountsOf = (part: Exclude<MoneyPart, 'refunded'>) => (part === 'collected' ? moneyAccounts : [part])

/** The sum of a part, as `summarizeMonth` of `src/domain/money-month.ts` counts it. */
function amountOf(part: MoneyPart): RawBuilder<number> {
  if (part === 'refunded') return sql`sum(amount)`
  const accounts = sql.join(accountsOf(part).map((account) => sql.lit(account)))
  return sql`sum(case when debit in (${accounts}) then amount when credit in (${accounts}) then -amount else 0 end)`
}

/** The movements that belong to a part. */
const belongsTo = (part: MoneyPart) => (eb: ExpressionBuilder<Tables, 'ledger'>) => {
  if (part === 'refunded') return eb('cause', '=', 'refunded')
  return part === 'fees' ? eb('cause', '=', 'fee') : eb('cause', 'not in', ['refunded', 'fee'])
}

/** The bounds of a month, or of one of its days; empty for a day of another month. */
function boundsOfPart(month: Month, day: Day | undefined): { from: number; until: number } {
  const bounds = boundsOf(month)
  if (day === undefined) return bounds
  return {
    from: Math.max(bounds.from, startOfDay(day)),
    until: Math.min(bounds.until, startOfDay(addDays(day, 1))),
  }
}

/** A page of the orders behind one amount of a month or a day, newest first. */
export async function readMoneyOrders(
  db: Query,
  { shopId, month }: { shopId: string; month: Month },
  query: MoneyOrdersQuery,
): Promise<Page<MoneyOrder>> {
  const limit = query.limit ?? PAGE_SIZE
  const part = query.part ?? 'collected'
  const after = decodeCursor(query.cursor)
  const { from, until } = boundsOfPart(month, query.day)
  let select = db
    .selectFrom((eb) =>
      eb
        .selectFrom('ledger')
        .select(['order_id', amountOf(part).as('moved')])
        .where('shop_id', '=', shopId)
        .where('created_at', '>=', from)
        .where('created_at', '<', until)
        .where(belongsTo(part))
        .groupBy('order_id')
        .as('share'),
    )
    .innerJoin('shop_order', 'shop_order.id', 'share.order_id')
    .select(['id', 'number', 'receiver', 'created_at', 'moved'])
    .where('shop_id', '=', shopId)
    .where('moved', '!=', 0)
  if (after) select = select.where(isAfter(after, 'newest', ['created_at', 'id']))
  const rows = await select
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  return toPage(
    rows,
    limit,
    ({ created_at: at, id }) => ({ at, id }),
    ({ id, number, receiver, moved }) => ({
      ...{ id, number, amount: Number(moved) },
      ...toDebtor(readJson<Receiver>(receiver)),
    }),
  )
}
