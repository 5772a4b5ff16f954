import { ApiError } from '../../api-error'
import type { Query } from '../../db/database'

/** The oldest message to a shop that no owner has read, for the to-dos of its owners. */
export async function readOldestMessage(db: Query, shopId: string) {
  const message = await db
    .selectFrom('shop_message')
    .select(['id', 'text'])
    .where('shop_id', '=', shopId)
    .where('read_at', 'is', null)
    .orderBy('sent_at')
    .orderBy('id')
    .executeTakeFirst()
  return message ? { message } : {}
}

/** Stores that an owner has read a message; another time changes nothing. @throws ApiError `not-found` */
export async function confirmMessage(tx: Query, shopId: string, id: string, now: number): Promise<number> {
  const row = await tx
    .updateTable('shop_message')
    .set((eb) => ({ read_at: eb.fn.coalesce('read_at', eb.val(now)) }))
    .where('shop_id', '=', shopId)
    .where('id', '=', id)
    .returning('read_at')
    .executeTakeFirst()
  if (!row) throw new ApiError('not-found')
  return row.read_at ?? now
}

/** Sends the owners of a shop a message; the same id again changes nothing. @returns false if it was sent before */
export async function sendShopMessage(
  tx: Query,
  message: { shopId: string; id: string; text: string; sentAt: number },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows = 0n } = await tx
    .insertInto('shop_message')
    .values({
      ...{ shop_id: message.shopId, id: message.id, text: message.text },
      ...{ sent_at: message.sentAt, read_at: null },
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows > 0n
}

/** Marks what a shop was told since its block as read, but for the message that takes its place, if there is one. */
export async function endBlockMessages(
  tx: Query,
  { shopId, blockedAt, now, but = '' }: { shopId: string; blockedAt: number; now: number; but?: string },
): Promise<void> {
  await tx
    .updateTable('shop_message')
    .set({ read_at: now })
    .where('shop_id', '=', shopId)
    .where('sent_at', '>=', blockedAt)
    .where('id', '!=', but)
    .where('read_at', 'is', null)
    .execute()
}
