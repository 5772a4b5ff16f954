import type { Selectable } from 'kysely'
import type { NotificationEvent } from '@/domain/notification'
import type { Query } from '../../db/database'
import { isPostgres } from '../../db/engine'
import type { MessageTable } from '../../db/notification-tables'
import type { OrderRow } from '../orders/order-row'

export type MessageRow = Selectable<MessageTable>

const MAX_GROUP = 200

export const findMessage = (db: Query, id: string): Promise<MessageRow | undefined> =>
  db.selectFrom('message').selectAll().where('id', '=', id).executeTakeFirst()

/** Messages of the same event, shop and channel. */
const alike = (db: Query, { account_id, kind, address, event, shop_id }: MessageRow) =>
  db
    .selectFrom('message')
    .selectAll()
    .where('account_id', '=', account_id)
    .where('kind', '=', kind)
    .where('address', '=', address)
    .where('event', '=', event)
    .where('shop_id', shop_id === null ? 'is' : '=', shop_id)

/** The messages that wait to be sent together with one, the oldest first; locked on PostgreSQL. */
export const findWaiting = (tx: Query, message: MessageRow): Promise<MessageRow[]> =>
  alike(tx, message)
    .where('state', '=', 'queued')
    .orderBy('created_at')
    .orderBy('id')
    .limit(MAX_GROUP)
    .$if(isPostgres(tx), (query) => query.forUpdate())
    .execute()

/** When a message like this one was last sent, in epoch ms. */
export async function lastSent(db: Query, message: MessageRow): Promise<number | undefined> {
  const row = await alike(db, message)
    .where('state', 'in', ['sent', 'unknown'])
    .where('ended_at', 'is not', null)
    .orderBy('ended_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.ended_at ?? undefined
}

/** True if the buyer of an order was sent a message of an event, or is at this moment. */
export async function wasAnnounced(
  db: Query,
  { shop_id, id, buyer_id }: OrderRow,
  event: NotificationEvent | undefined,
): Promise<boolean> {
  if (event === undefined) return false
  const row = await db
    .selectFrom('message')
    .select('id')
    .where('account_id', '=', buyer_id)
    .where('shop_id', '=', shop_id)
    .where('subject_id', '=', id)
    .where('event', '=', event)
    .where('state', 'in', ['sending', 'sent', 'unknown'])
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

type Change = Partial<Pick<MessageRow, 'state' | 'sending' | 'attempts' | 'ended_at'>>

export async function changeMessages(
  tx: Query,
  ids: readonly string[],
  from: MessageRow['state'],
  set: Change,
): Promise<void> {
  if (ids.length === 0) return
  await tx.updateTable('message').set(set).where('id', 'in', ids).where('state', '=', from).execute()
}

/** The messages that were handed to a gateway as one. */
export const findSending = (db: Query, id: string): Promise<MessageRow[]> =>
  db.selectFrom('message').selectAll().where('sending', '=', id).where('state', '=', 'sending').execute()

/** Counts the text messages that were sent to an account since a time (epoch ms); those that went out as one are one. */
export async function countTexts(db: Query, accountId: string, since: number): Promise<number> {
  const { count } = await db
    .selectFrom('message')
    .select((eb) => eb.fn.count('sending').distinct().as('count'))
    .where('account_id', '=', accountId)
    .where('kind', '=', 'sms')
    .where('state', 'in', ['sending', 'sent', 'unknown'])
    .where((eb) => eb.or([eb('ended_at', 'is', null), eb('ended_at', '>', since)]))
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** Removes messages that ended a week ago. */
export async function sweepMessages(tx: Query, now: number): Promise<void> {
  await tx
    .deleteFrom('message')
    .where('expires_at', '<', now - KEEP_MS)
    .execute()
}

const KEEP_MS = 7 * 86_400_000
