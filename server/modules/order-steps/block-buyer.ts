import type { Receiver } from '@/domain/receiver/receiver'
import { ApiError } from '../../api-error'
import type { Query } from '../../db/database'
import { readJson } from '../../db/json'
import { sqlPlaced } from '../orders/store'
import { applyOrderStep } from './apply-order-step'

interface Block {
  shopId: string
  /** Any order of the buyer, because a shop never learns account ids. */
  orderId: string
  id: string
  now: number
}

const MAX_LISTED = 200

async function buyerOf(tx: Query, shopId: string, orderId: string): Promise<string> {
  const row = await tx
    .selectFrom('shop_order')
    .select('buyer_id')
    .where('shop_id', '=', shopId)
    .where('id', '=', orderId)
    .executeTakeFirst()
  if (!row) throw new ApiError('not-found')
  return row.buyer_id
}

const buyerRow = (tx: Query, shopId: string, accountId: string) =>
  tx
    .selectFrom('shop_buyer')
    .select(['blocked_at', 'block_request'])
    .where('shop_id', '=', shopId)
    .where('account_id', '=', accountId)
    .executeTakeFirst()

/**
 * Blocks the buyer of an order and cancels the buyer's waiting orders, once for each request id. Repeating a request after
 * an unblock changes nothing.
 */
export async function blockBuyer(
  tx: Query,
  { shopId, orderId, id, now }: Block,
): Promise<{ blocked: boolean; cancelled: number }> {
  const accountId = await buyerOf(tx, shopId, orderId)
  const known = await buyerRow(tx, shopId, accountId)
  if (known?.block_request === id) return { blocked: known.blocked_at !== null, cancelled: 0 }
  const block = { blocked_at: known?.blocked_at ?? now, block_request: id }
  await tx
    .insertInto('shop_buyer')
    .values({ shop_id: shopId, account_id: accountId, orders: 0, ...block })
    .onConflict((conflict) => conflict.columns(['shop_id', 'account_id']).doUpdateSet(block))
    .execute()
  return { blocked: true, cancelled: await cancelWaiting(tx, { shopId, accountId, id, now }) }
}

async function cancelWaiting(
  tx: Query,
  { shopId, accountId, id, now }: { shopId: string; accountId: string; id: string; now: number },
): Promise<number> {
  const waiting = await tx
    .selectFrom('shop_order')
    .select('id')
    .where('shop_id', '=', shopId)
    .where('buyer_id', '=', accountId)
    .where('state', '=', sqlPlaced)
    .orderBy('id')
    .execute()
  for (const { id: orderId } of waiting)
    await applyOrderStep(tx, { shopId, orderId, id, action: 'cancel', actor: 'owner', now })
  return waiting.length
}

export async function unblockBuyer(
  tx: Query,
  shopId: string,
  orderId: string,
): Promise<{ blocked: boolean }> {
  const accountId = await buyerOf(tx, shopId, orderId)
  await tx
    .updateTable('shop_buyer')
    .set({ blocked_at: null })
    .where('shop_id', '=', shopId)
    .where('account_id', '=', accountId)
    .execute()
  return { blocked: false }
}

export async function isBlocked(db: Query, shopId: string, accountId: string): Promise<boolean> {
  const row = await buyerRow(db, shopId, accountId)
  return row !== undefined && row.blocked_at !== null
}

/** The blocked buyers of a shop, newest first, each with the receiver of the latest order. */
export async function blockedBuyers(db: Query, shopId: string) {
  const blocked = await db
    .selectFrom('shop_buyer')
    .select(['account_id', 'blocked_at'])
    .where('shop_id', '=', shopId)
    .where('blocked_at', 'is not', null)
    .orderBy('blocked_at', 'desc')
    .orderBy('account_id')
    .limit(MAX_LISTED)
    .execute()
  const items = []
  for (const { account_id, blocked_at } of blocked) {
    const last = await lastOrder(db, shopId, account_id)
    if (!last) continue
    const { name, phone } = readJson<Receiver>(last.receiver)
    items.push({ orderId: last.order_id, name, phone, since: blocked_at ?? 0 })
  }
  return { items }
}

/** Starts from `account_order`, because that is indexed by account. */
const lastOrder = (db: Query, shopId: string, accountId: string) =>
  db
    .selectFrom('account_order')
    .innerJoin('shop_order', (join) =>
      join
        .onRef('shop_order.shop_id', '=', 'account_order.shop_id')
        .onRef('shop_order.id', '=', 'account_order.order_id'),
    )
    .select(['order_id', 'receiver'])
    .where('account_order.account_id', '=', accountId)
    .where('account_order.shop_id', '=', shopId)
    .orderBy('account_order.created_at', 'desc')
    .orderBy('order_id', 'desc')
    .limit(1)
    .executeTakeFirst()
