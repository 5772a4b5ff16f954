import type { OrderLine } from '@/domain/order'
import {
  isRemoved,
  isShortened,
  NO_RECEIVER,
  RECEIVER_RETENTION_MS,
  RECORDS_RETENTION_MS,
  shortenReceiver,
} from '@/domain/personal-data'
import type { Photo } from '@/domain/photo'
import type { Receiver } from '@/domain/receiver'
import type { Query } from '../../db/database'
import { readJson } from '../../db/json'
import type { AppDependencies } from '../../dependencies'
import type { OrderRow, StoredEvent } from '../orders/order-row'
import { orderSearchText } from '../orders/order-search'
import { setPhotoUses } from '../photos/uses'

/** Orders changed in one transaction. */
const BATCH_SIZE = 50

interface Detached {
  accountId: string
  shopId: string
  /** A random id: the shop's orders of one buyer stay together in its books. */
  pseudonym: string
}

/** Cuts the link between a buyer and her orders in a shop, and lets their receivers be shortened and removed in time. */
export async function detachOrders(tx: Query, { accountId, shopId, pseudonym }: Detached): Promise<void> {
  await tx
    .updateTable('shop_order')
    .set((eb) => ({
      buyer_id: pseudonym,
      buyer_address: null,
      forget_at: eb.fn.coalesce('forget_at', eb('updated_at', '+', RECEIVER_RETENTION_MS)),
    }))
    .where('shop_id', '=', shopId)
    .where('buyer_id', '=', accountId)
    .execute()
  await tx
    .updateTable('payment')
    .set({ payer_id: pseudonym, openid: null })
    .where('shop_id', '=', shopId)
    .where('payer_id', '=', accountId)
    .execute()
}

/** Shortens, and later removes, the receivers of orders whose term is over. */
export async function forgetOrders({ db, clock }: Pick<AppDependencies, 'db' | 'clock'>): Promise<void> {
  for (;;) {
    const forgotten = await db.withTx((tx) => forgetBatch(tx, clock()), 'guarded')
    if (forgotten < BATCH_SIZE) return
  }
}

/** Reads over all shops. The partial index on `forget_at` holds only such orders. */
async function forgetBatch(tx: Query, now: number): Promise<number> {
  const rows = await tx
    .selectFrom('shop_order')
    .selectAll()
    .where('forget_at', 'is not', null)
    .where('forget_at', '<=', now)
    .orderBy('shop_id')
    .orderBy('id')
    .limit(BATCH_SIZE)
    .execute()
  for (const row of rows) await forgetOrder(tx, row, now)
  return rows.length
}

/** The history without what the buyer said. */
function withoutNotes(history: OrderRow['history']): string {
  const events = readJson<StoredEvent[]>(history)
  return JSON.stringify(
    events.map(({ note, ...event }) => (event.by === 'buyer' || !note ? event : { ...event, note })),
  )
}

async function forgetOrder(tx: Query, row: OrderRow, now: number): Promise<void> {
  const stored = readJson<Receiver>(row.receiver)
  const isShort = isShortened(stored)
  const receiver = isShort || isRemoved(stored) ? NO_RECEIVER : shortenReceiver(stored)
  await tx
    .updateTable('shop_order')
    .set({
      receiver: JSON.stringify(receiver),
      ...{ note: null, change_request: null },
      history: withoutNotes(row.history),
      search: orderSearchText(receiver, readJson<OrderLine[]>(row.lines)),
      forget_at: isRemoved(receiver) ? null : row.updated_at + RECORDS_RETENTION_MS,
    })
    .where('shop_id', '=', row.shop_id)
    .where('id', '=', row.id)
    .execute()
  if (isShort) return
  await tx
    .updateTable('payment')
    .set({ openid: null })
    .where('shop_id', '=', row.shop_id)
    .where('order_id', '=', row.id)
    .execute()
  await forgetClaims(tx, row, now)
}

/** Removes what the buyer said and showed in the claims of an order. */
async function forgetClaims(tx: Query, { shop_id, id }: OrderRow, now: number): Promise<void> {
  const claims = await tx
    .selectFrom('claim')
    .select(['id', 'photos'])
    .where('shop_id', '=', shop_id)
    .where('order_id', '=', id)
    .execute()
  for (const claim of claims) {
    if (readJson<Photo[]>(claim.photos).length > 0)
      await setPhotoUses(tx, { shopId: shop_id, productId: `claim:${claim.id}` }, [], now)
    await tx
      .updateTable('claim')
      .set({ text: null, photos: '[]' })
      .where('shop_id', '=', shop_id)
      .where('id', '=', claim.id)
      .execute()
  }
}
