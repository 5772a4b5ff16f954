import type { AliasableExpression, ExpressionBuilder, SqlBool } from 'kysely'
import { isShopEvent, type NotificationEvent } from '@/domain/notification'
import type { Query } from '../../db/database'
import type { Tables } from '../../db/tables'
import { addJob, type Job, toJobRow } from '../../jobs/jobs'
import type { ChannelKey } from './channels'

export const NOTIFY = 'notify'

export interface Notice {
  event: NotificationEvent
  shopId: string
  /** The order, the sku that runs out, or the paper card. */
  subjectId: string
  /** Distinguishes repeated events of one subject. */
  occurrence: string
  /** Epoch ms. */
  at: number
}

const noticeId = ({ event, shopId, subjectId, occurrence }: Notice): string =>
  `${event}:${shopId}:${subjectId}:${occurrence}`

/** The kind of job that notifies accounts of an event. It is added once, in the transaction of its cause. */
const toJob = (notice: Notice) => ({
  id: `${NOTIFY}:${noticeId(notice)}`,
  kind: NOTIFY,
  payload: notice,
  runAt: notice.at,
})

/** The row of the job that notifies accounts of an event. */
export const toNotifyRow = (notice: Notice): Job => toJobRow(toJob(notice))

/** The id of a message to one channel. The same event has the same id, so it is sent once. */
export const messageId = (notice: Notice, { account_id, kind, address }: ChannelKey): string =>
  `${noticeId(notice)}:${account_id}:${kind}:${address}`

/** The id that a message had while ids did not name the account, so all owners in one mini-program shared it. */
export const formerMessageId = (notice: Notice, { kind, address }: ChannelKey): string =>
  `${noticeId(notice)}:${kind}:${address}`

/** The SQL condition that an owner of the shop in `shop.shop_id` can be reached. */
export const ownerHasChannel = (eb: ExpressionBuilder<Tables, 'shop'>): AliasableExpression<SqlBool> =>
  eb.exists(
    eb
      .selectFrom('shop_owner')
      .innerJoin('channel', 'channel.account_id', 'shop_owner.account_id')
      .whereRef('shop_owner.shop_id', '=', 'shop.shop_id')
      .select('channel.account_id'),
  )

export const ownersOf = async (db: Query, shopId: string): Promise<string[]> =>
  (await db.selectFrom('shop_owner').select('account_id').where('shop_id', '=', shopId).execute()).map(
    ({ account_id }) => account_id,
  )

async function hasChannel(db: Query, accountIds: readonly string[]): Promise<boolean> {
  if (accountIds.length === 0) return false
  const row = await db
    .selectFrom('channel')
    .select('account_id')
    .where('account_id', 'in', accountIds)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** Queues a job that notifies the owners of a shop, or the buyer of an order, if they can be reached at all. */
export async function queueNotice(tx: Query, notice: Notice, buyerId?: string): Promise<void> {
  const people = isShopEvent(notice.event)
    ? await ownersOf(tx, notice.shopId)
    : buyerId === undefined
      ? []
      : [buyerId]
  if (await hasChannel(tx, people)) await addJob(tx, toJob(notice))
}
