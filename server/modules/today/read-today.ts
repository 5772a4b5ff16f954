import { sql } from 'kysely'
import type { RouteReply } from '@/contract/routes'
import { addDays, dayOf, startOfDay } from '@/domain/day'
import { type AfterSaleState, openClaims } from '@/domain/order/after-sale'
import { type OrderState, openStates, unsentStates } from '@/domain/order/order'
import { EXPIRY_NOTICE_MS } from '@/domain/order/order-expiry'
import { onlineMethods } from '@/domain/payment/payment'
import type { Query } from '../../db/database'
import { DAY_MS } from '../../jobs/intervals'
import { readBlock } from '../appeals/block-appeals'
import { countHiddenParts } from '../appeals/hidden-parts'
import { findChangeRequests } from '../change-requests/find-change-requests'
import { countClaims } from '../claims/store'
import { countExpired } from '../orders/expire-orders'
import { awaitsAnswer, sqlPlaced } from '../orders/store'
import { findCard, toPaperCard } from '../paper-cards/store'
import { findMissingWaybills } from '../parcels/held-money'
import { findWaitingApplication } from '../payment-applications/store'
import { findStuckRefunds } from '../payments/read-refunds'
import { isLowStock } from '../products/low-stock'

type Today = RouteReply<'GET /api/shops/:shopId/today'>

const DAYS = 7

/** Open tasks of the owner, and the sales of the last seven days, today last. */
export async function today(db: Query, shopId: string, now: number): Promise<Today> {
  const states = await byState(db, shopId)
  const oldest = states.find(({ state }) => state === 'placed')?.oldest
  const countOf = (wanted: OrderState) => states.find(({ state }) => state === wanted)?.count ?? 0
  const { sent, ...requests } = await countRequests(db, shopId)
  return {
    arrived: await countArrived(db, shopId),
    waiting: countOf('placed'),
    ...(oldest === undefined ? {} : { oldestWaiting: oldest }),
    accepted: countOf('accepted'),
    underway: countOf('underway'),
    toDo: countOf('placed') + countOf('accepted') + sent,
    ...requests,
    ...(await claimsMade(db, shopId)),
    ...(await findChangeRequests(db, shopId)),
    ...(await findStuckRefunds(db, shopId)),
    ...(await findMissingWaybills(db, shopId)),
    ...(await findWaitingApplication(db, shopId)),
    ...(await expiries(db, shopId, now)),
    ...(await paperCard(db, shopId, now)),
    days: await days(db, shopId, now),
    ...(await goods(db, shopId)),
    ...(await countHiddenParts(db, shopId)),
    ...(await blocked(db, shopId)),
  }
}

/**
 * The number of orders that have reached the shop: one paid online does when it is paid. Such orders that wait for their payment, or were
 * given up without one, are few among the numbered ones.
 */
async function countArrived(db: Query, shopId: string): Promise<number> {
  const shop = await db
    .selectFrom('shop')
    .select(['last_order', 'payment_grants'])
    .where('shop_id', '=', shopId)
    .executeTakeFirst()
  if (!shop?.payment_grants) return shop?.last_order ?? 0
  const unpaid = await db
    .selectFrom('shop_order')
    .select((eb) => eb.fn.countAll().as('count'))
    .where('shop_id', '=', shopId)
    .where('state', 'in', ['placed', 'cancelled'])
    .where('payment_method', 'in', [...onlineMethods])
    .where('payment_state', 'in', ['pending', 'void'])
    .executeTakeFirstOrThrow()
  return shop.last_order - Number(unpaid.count)
}

/** Says that an operator has blocked the shop, and why; empty for any other shop. */
async function blocked(db: Query, shopId: string): Promise<Pick<Today, 'blocked' | 'blockedReason'>> {
  const { block } = await readBlock(db, shopId)
  if (!block) return {}
  return { blocked: true, ...(block.reason === undefined ? {} : { blockedReason: block.reason }) }
}

async function byState(db: Query, shopId: string) {
  const rows = await db
    .selectFrom('shop_order')
    .select((eb) => ['state', eb.fn.countAll().as('count'), eb.fn.min('created_at').as('oldest')])
    .where('shop_id', '=', shopId)
    .where('state', 'in', openStates)
    // an order paid in advance waits for its buyer until it is paid, and an entry for its group buy
    .where('payment_state', '!=', 'pending')
    .where('gathering', '=', 0)
    .groupBy('state')
    .execute()
  return rows.map(({ state, count, oldest }) => ({ state, count: Number(count), oldest: Number(oldest) }))
}

async function claimsMade(db: Query, shopId: string): Promise<Pick<Today, 'claims'>> {
  const claims = (await countClaims(db, [shopId])).get(shopId)
  return claims === undefined ? {} : { claims }
}

/** Counts open claims and cancellation requests of buyers, and those of orders that were sent, and says when silence decides the first of them. */
async function countRequests(
  db: Query,
  shopId: string,
): Promise<Pick<Today, 'openRefunds' | 'cancelRequests' | 'answerBy'> & { sent: number }> {
  const rows = await db
    .selectFrom('shop_order')
    .select((eb) => ['after_sale', 'state', eb.fn.countAll().as('count'), eb.fn.min('answer_by').as('first')])
    .where('shop_id', '=', shopId)
    .where(awaitsAnswer)
    .groupBy(['after_sale', 'state'])
    .execute()
  const sum = (some: typeof rows) => some.reduce((total, { count }) => total + Number(count), 0)
  const countOf = (...states: AfterSaleState[]) => sum(rows.filter((row) => states.includes(row.after_sale)))
  const deadlines = rows.flatMap(({ first }) => (first === null ? [] : [Number(first)]))
  return {
    ...{ openRefunds: countOf(...openClaims), cancelRequests: countOf('cancel-asked') },
    sent: sum(rows.filter(({ state }) => !unsentStates.includes(state))),
    ...(deadlines.length > 0 ? { answerBy: Math.min(...deadlines) } : {}),
  }
}

/** The running wait and the lock of the shop's paper card, for its owner; empty without either. */
async function paperCard(db: Query, shopId: string, now: number): Promise<Pick<Today, 'paperCard'>> {
  const row = await findCard(db, shopId)
  if (!row) return {}
  const { dueAt, lockedUntil } = toPaperCard(row, now)
  if (dueAt === undefined && lockedUntil === undefined) return {}
  return {
    paperCard: {
      ...(dueAt === undefined ? {} : { dueAt }),
      ...(lockedUntil === undefined ? {} : { lockedUntil }),
    },
  }
}

async function expiries(
  db: Query,
  shopId: string,
  now: number,
): Promise<Pick<Today, 'expiring' | 'expired'>> {
  const soon = await db
    .selectFrom('shop_order')
    .select((eb) => [eb.fn.countAll().as('count'), eb.fn.min('expires_at').as('first')])
    .where('shop_id', '=', shopId)
    .where('state', '=', sqlPlaced)
    .where('expires_at', '<=', now + EXPIRY_NOTICE_MS)
    .executeTakeFirstOrThrow()
  const expired = await countExpired(db, shopId, now)
  return {
    ...(soon.first === null ? {} : { expiring: { count: Number(soon.count), first: Number(soon.first) } }),
    ...(expired > 0 ? { expired } : {}),
  }
}

async function days(db: Query, shopId: string, now: number): Promise<Today['days']> {
  const last = dayOf(now)
  const list = Array.from({ length: DAYS }, (_, i) => addDays(last, i - DAYS + 1))
  const first = list[0] ?? last
  // literals, because SQLite binds numbers as floats and the day index needs integer division
  const index = sql<number>`(created_at - ${sql.lit(startOfDay(first))}) / ${sql.lit(DAY_MS)}`
  const rows = await db
    .selectFrom('shop_order')
    .select((eb) => [index.as('at'), eb.fn.countAll().as('orders'), eb.fn.sum('total').as('total')])
    .where('shop_id', '=', shopId)
    .where('created_at', '>=', startOfDay(first))
    .where('state', '!=', 'cancelled')
    .where('payment_state', '!=', 'pending')
    .groupBy(index)
    .execute()
  return list.map((day, at) => {
    const row = rows.find((one) => Number(one.at) === at)
    return { day, orders: Number(row?.orders ?? 0), total: Number(row?.total ?? 0) }
  })
}

async function goods(db: Query, shopId: string): Promise<Pick<Today, 'products' | 'lowStock' | 'soldOut'>> {
  const products = await db
    .selectFrom('product')
    .select((eb) => eb.fn.countAll().as('count'))
    .where('shop_id', '=', shopId)
    .executeTakeFirst()
  const low = await db
    .selectFrom('sku')
    .innerJoin('product', (join) =>
      join.onRef('product.shop_id', '=', 'sku.shop_id').onRef('product.id', '=', 'sku.product_id'),
    )
    .innerJoin('shop', 'shop.shop_id', 'sku.shop_id')
    .select((eb) => [
      eb.fn.countAll().as('count'),
      eb.fn.countAll().filterWhere('sku.stock', '=', 0).as('sold_out'),
    ])
    .where('sku.shop_id', '=', shopId)
    .where('on_sale', '=', 1)
    .where(isLowStock())
    .executeTakeFirst()
  const soldOut = Number(low?.sold_out ?? 0)
  return {
    ...{ products: Number(products?.count ?? 0), lowStock: Number(low?.count ?? 0) },
    ...(soldOut > 0 ? { soldOut } : {}),
  }
}
