import type { OrderLine } from '@/domain/order/order'
import {
  MAX_HELD_MONEY_WAIT_MS,
  RECEIVER_RETENTION_MS,
  RECORDS_RETENTION_MS,
  REOPEN_MS,
  SLUG_RETENTION_MS,
} from '@/domain/shop/personal-data'
import type { Query } from '../../db/database'
import { readJson } from '../../db/json'
import type { AppDependencies } from '../../dependencies'
import type { StorefrontCache } from '../../http/cache/storefront-cache'
import { lockRights } from '../../lock-rights'
import { removeChannels } from '../notices/channels'
import { sumReportable } from '../parcels/held-money'
import { hasPayoutUnderWay } from '../payouts/store'
import { deleteShop } from '../shops/delete-shop'
import { countClaimable } from './close-shop'
import { isOpenOrder } from './open-orders'

const BATCH_SIZE = 100

/** Orders read at once. */
const PAGE_SIZE = 500

/** Tables whose rows of an ended shop are deleted. What the law and the books need is in its orders, payments and ledger. */
const ENDED_TABLES = [
  ...(['product', 'sku', 'stock_move', 'look_draft', 'look_published', 'voice_use', 'slot_count'] as const),
  ...(['group_buy', 'group_buy_sku'] as const),
  ...(['payment_application', 'payout', 'shop_buyer', 'shop_owner', 'shop_key'] as const),
  ...(['help', 'help_step', 'handover', 'paper_card', 'message', 'report', 'shop_message'] as const),
  ...(['content_use', 'content_appeal', 'own_app'] as const),
]

/**
 * Ends a closed shop whose time to be opened again is over; later while orders are open or can be claimed for, or WeChat holds
 * money until it knows their waybills, or a payout can still be returned. Name, place and phone stay with its orders: who sold has to be
 * known as long as what was sold.
 * @returns whether the shop has ended
 */
export async function endShop(tx: Query, shopId: string, now: number): Promise<boolean> {
  // locks the row, so that nobody opens the shop meanwhile
  const closed = await tx
    .updateTable('shop')
    .set((eb) => ({ changes: eb('changes', '+', 1) }))
    .where('shop_id', '=', shopId)
    .where('closed_at', '<=', now - REOPEN_MS)
    .where('ended_at', 'is', null)
    .returning(['look', 'closed_at'])
    .executeTakeFirst()
  if (!closed || (await needsOwner(tx, { shopId, closedAt: closed.closed_at ?? now, now }))) return false
  await endMessages(tx, shopId)
  await releaseMedia(tx, shopId, now)
  for (const table of ENDED_TABLES) await tx.deleteFrom(table).where('shop_id', '=', shopId).execute()
  await tx.deleteFrom('job').where('payload', 'like', `%"${shopId}"%`).execute()
  await tx
    .updateTable('shop')
    .set({
      ...{ notice: null, pickup_place: null, closed_until: null, closed_note: null },
      ...{ order_limits: null, payment_grants: null, delivery_slots: null, low_stock: null },
      ...{ categories: null, wechat_id: null, delivery_area: null, opened_near: null },
      ...{ logo: null, banner: null, pickup_points: null },
      ...{ look_edit_hash: '', edit_hash: '', request_hash: '', opened_by: '', key_request: null },
      // without its sections, which hold what the seller wrote, it still is a look
      look: JSON.stringify({ ...readJson<object>(closed.look), sections: [] }),
      ...{ practice_until: null, waiting_since: null, ended_at: now },
    })
    .where('shop_id', '=', shopId)
    .execute()
  await tx
    .updateTable('shop_order')
    .set((eb) => ({ forget_at: eb('updated_at', '+', RECEIVER_RETENTION_MS) }))
    .where('shop_id', '=', shopId)
    .where('forget_at', 'is', null)
    .execute()
  return true
}

/** A closed shop and when it was closed, in epoch ms. */
interface ClosedShop {
  shopId: string
  closedAt: number
  now: number
}

async function needsOwner(tx: Query, { shopId, closedAt, now }: ClosedShop): Promise<boolean> {
  const open = await tx
    .selectFrom('shop_order')
    .select('id')
    .where('shop_id', '=', shopId)
    .where(isOpenOrder)
    .limit(1)
    .executeTakeFirst()
  if (open !== undefined || (await countClaimable(tx, shopId, now)) > 0) return true
  // only its owner can name the waybills and correct the bank account, but an owner who never does may not retain the data for ever
  if (now >= closedAt + MAX_HELD_MONEY_WAIT_MS) return false
  return (await sumReportable(tx, shopId)).orders > 0 || (await hasPayoutUnderWay(tx, shopId, now))
}

/** Owners without another shop get no more text messages, which only sellers can turn off, and without an order no messages at all. */
async function endMessages(tx: Query, shopId: string): Promise<void> {
  const owners = await tx
    .selectFrom('shop_owner')
    .select('account_id')
    .where('shop_id', '=', shopId)
    .execute()
  for (const { account_id } of owners) {
    const other = await tx
      .selectFrom('shop_owner')
      .select('shop_id')
      .where('account_id', '=', account_id)
      .where('shop_id', '!=', shopId)
      .executeTakeFirst()
    if (other) continue
    await removeChannels(tx, account_id, 'sms')
    await tx.deleteFrom('phone_code').where('account_id', '=', account_id).execute()
    const order = await tx
      .selectFrom('account_order')
      .select('order_id')
      .where('account_id', '=', account_id)
      .limit(1)
      .executeTakeFirst()
    if (order) continue
    for (const table of ['channel', 'quiet_hours'] as const)
      await tx.deleteFrom(table).where('account_id', '=', account_id).execute()
  }
}

async function orderedHashes(tx: Query, shopId: string): Promise<Set<string>> {
  const hashes = new Set<string>()
  let last = ''
  for (;;) {
    const rows = await tx
      .selectFrom('shop_order')
      .select(['id', 'lines'])
      .where('shop_id', '=', shopId)
      .where('id', '>', last)
      .orderBy('id')
      .limit(PAGE_SIZE)
      .execute()
    for (const { lines } of rows)
      for (const { photo } of readJson<OrderLine[]>(lines)) if (photo) hashes.add(photo.hash)
    const next = rows.at(-1)
    if (!next) return hashes
    last = next.id
  }
}

/** Photos and voices of the shop become unused, except for photos of claims and of what was ordered. */
async function releaseMedia(tx: Query, shopId: string, now: number): Promise<void> {
  const ordered = await orderedHashes(tx, shopId)
  const photos = await tx
    .selectFrom('photo_use')
    .innerJoin('photo', 'photo.id', 'photo_use.photo_id')
    .select(['photo.id', 'photo.hash', 'product_id'])
    .where('shop_id', '=', shopId)
    .where('product_id', 'not like', 'claim:%')
    .execute()
  for (const { id, hash, product_id } of photos) {
    if (product_id !== 'look' && ordered.has(hash)) continue
    await tx
      .deleteFrom('photo_use')
      .where('photo_id', '=', id)
      .where('shop_id', '=', shopId)
      .where('product_id', '=', product_id)
      .execute()
    await tx.updateTable('photo').set({ unused_since: now }).where('id', '=', id).execute()
  }
  await tx
    .updateTable('voice')
    .set({ unused_since: now })
    .where('id', 'in', (eb) =>
      eb.selectFrom('voice_use').select('voice_id').where('voice_use.shop_id', '=', shopId),
    )
    .execute()
}

type Deps = Pick<AppDependencies, 'db' | 'clock'>

/** Ends closed shops whose time to be opened again is over. */
export async function endClosedShops({ db, clock }: Deps, storefronts: StorefrontCache): Promise<void> {
  const now = clock()
  const closed = await db.query
    .selectFrom('shop')
    .select('shop_id')
    .where('closed_at', '<=', now - REOPEN_MS)
    .where('ended_at', 'is', null)
    .orderBy('closed_at')
    .execute()
  for (const { shop_id } of closed)
    if (await db.withTx((tx) => endShop(tx, shop_id, now))) storefronts.invalidateShop(shop_id)
}

/**
 * Deletes ended shops of which nothing has to be retained any more: after a year, in which nobody else gets the slug, or three years after
 * the end of one that has orders.
 */
export async function removeEndedShops({ db, clock }: Deps): Promise<void> {
  const now = clock()
  const over = await db.query
    .selectFrom('shop')
    .select('shop_id')
    .where('ended_at', '<=', now - SLUG_RETENTION_MS)
    .where(({ or, not, exists, selectFrom, eb }) =>
      or([
        eb('ended_at', '<=', now - RECORDS_RETENTION_MS),
        not(
          exists(
            selectFrom('shop_order')
              .select('shop_order.id')
              .whereRef('shop_order.shop_id', '=', 'shop.shop_id'),
          ),
        ),
      ]),
    )
    .orderBy('ended_at')
    .limit(BATCH_SIZE)
    .execute()
  for (const { shop_id } of over)
    await db.withTx(async (tx) => {
      await lockRights(tx, { shopId: shop_id })
      await deleteShop(tx, shop_id, now)
    })
}
