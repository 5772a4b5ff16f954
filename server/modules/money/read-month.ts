import { boundsOf, type Month } from '@/domain/month'
import { type DatedMovement, type MoneyMonth, summarizeMonth } from '@/domain/payment/money-month'
import type { Query } from '../../db/database'
import { readDue, readDueDays } from './read-due'

export interface OrderMovement extends DatedMovement {
  orderNumber: number
}

/** The movements of a shop's month, in the order in which they happened. */
export async function readMovements(db: Query, shopId: string, month: Month): Promise<OrderMovement[]> {
  const { from, until } = boundsOf(month)
  const rows = await db
    .selectFrom('ledger')
    .innerJoin('shop_order', (join) =>
      join.onRef('shop_order.shop_id', '=', 'ledger.shop_id').onRef('shop_order.id', '=', 'ledger.order_id'),
    )
    .select(['cause', 'debit', 'credit', 'amount', 'ledger.created_at', 'number'])
    .where('ledger.shop_id', '=', shopId)
    .where('ledger.created_at', '>=', from)
    .where('ledger.created_at', '<', until)
    .orderBy('ledger.created_at')
    .orderBy('ledger.id')
    .execute()
  return rows.map(({ created_at: at, number: orderNumber, ...movement }) => ({
    ...movement,
    at,
    orderNumber,
  }))
}

/** The money that a shop collected, refunded and paid in a month, and the money due and owed now. */
export async function readMonth(db: Query, shopId: string, month: Month): Promise<MoneyMonth> {
  const days = summarizeMonth(month, await readMovements(db, shopId, month))
  return {
    ...{ month, days, owed: await readOwed(db, shopId) },
    due: await readDue(db, shopId),
    dueDays: await readDueDays(db, shopId, month),
  }
}

/** The balance of the money to be returned to buyers, in fen. */
async function readOwed(db: Query, shopId: string): Promise<number> {
  const sumOf = async (side: 'debit' | 'credit') => {
    const row = await db
      .selectFrom('ledger')
      .select((eb) => eb.fn.sum('amount').as('sum'))
      .where('shop_id', '=', shopId)
      .where(side, '=', 'refundable')
      .executeTakeFirst()
    return Number(row?.sum ?? 0)
  }
  return (await sumOf('credit')) - (await sumOf('debit'))
}
