import { isShopEvent, isUrgent, lifetimes, type NotificationEvent, quietEnd } from '@/domain/notification'
import type { Query } from '../../db/database'
import type { AppDependencies } from '../../dependencies'
import { addJob } from '../../jobs/jobs'
import { type ChannelRow, channelsOf } from '../notices/channels'
import { formerMessageId, messageId, type Notice, ownersOf } from '../notices/queue-notice'
import { findOrder } from '../orders/store'
import { findMessage } from './message-rows'
import { quietHoursOf } from './quiet-hours'

export const SEND_MESSAGE = 'send-message'

/** True if a channel is meant for an event, by its template or because it takes all. */
export type IsForEvent = (channel: ChannelRow, event: NotificationEvent) => boolean

/** Writes the messages of a notice, one for each channel of the people it concerns, and lets jobs send them. */
export async function fanOut(
  { db, clock }: Pick<AppDependencies, 'db' | 'clock'>,
  notice: Notice,
  isForEvent: IsForEvent,
): Promise<void> {
  await db.withTx(async (tx) => {
    for (const accountId of await peopleOf(tx, notice)) {
      const channels = (await channelsOf(tx, accountId)).filter((one) => isForEvent(one, notice.event))
      for (const channel of channels) await writeMessage(tx, notice, channel, clock())
    }
  })
}

async function peopleOf(tx: Query, { event, shopId, subjectId }: Notice): Promise<string[]> {
  if (isShopEvent(event)) return ownersOf(tx, shopId)
  const order = await findOrder(tx, shopId, subjectId)
  return order ? [order.buyer_id] : []
}

/** Writes one message, unless it is known; it waits until the quiet hours of its person are over unless it is urgent. */
async function writeMessage(tx: Query, notice: Notice, channel: ChannelRow, now: number): Promise<void> {
  const { account_id, kind, address } = channel
  const { event, shopId, subjectId, at } = notice
  const id = messageId(notice, channel)
  // an event of before the upgrade may be notified again after it
  const former = await findMessage(tx, formerMessageId(notice, channel))
  if (former?.account_id === account_id) return
  const quiet = isUrgent(event) ? undefined : quietEnd(await quietHoursOf(tx, account_id), now)
  const sendAt = quiet ?? now
  await tx
    .insertInto('message')
    .values({
      ...{ id, account_id, kind, address, event, shop_id: shopId, subject_id: subjectId, created_at: at },
      // a night does not count
      ...{ expires_at: sendAt + lifetimes[event], state: 'queued', sending: null },
      ...{ attempts: 0, ended_at: null },
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute()
  await addJob(tx, { id: `${SEND_MESSAGE}:${id}`, kind: SEND_MESSAGE, payload: { id }, runAt: sendAt })
}
