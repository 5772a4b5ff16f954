import { LONGEST_EXPIRY_WARNING_MS, warnedUntil } from '@/domain/notification'
import type { Query } from '../../db/database'
import type { AppDependencies } from '../../dependencies'
import { queueNotice } from '../notices/queue-notice'
import { sqlPlaced } from '../orders/store'
import { toQuietHours } from './quiet-hours'

const MAX_ORDERS = 2000

/** Notifies owners of orders that expire soon, once for each order. */
export async function notifyExpiring({ db, clock }: Pick<AppDependencies, 'db' | 'clock'>): Promise<void> {
  const at = clock()
  await db.withTx(async (tx) => {
    const orders = await readUnwarned(tx, at)
    for (const { shop_id: shopId, id: subjectId, buyer_id, expires_at, ...quiet } of orders)
      if (expires_at !== null && expires_at <= warnedUntil(toQuietHours(quiet), at))
        await queueNotice(tx, { event: 'expiring', shopId, subjectId, occurrence: 'soon', at }, buyer_id)
  })
}

/** The next orders that expire, once for each owner who can be reached and has no message of it, with the quiet hours of this owner. */
const readUnwarned = (tx: Query, now: number) =>
  tx
    .selectFrom('shop_order')
    .innerJoin('shop_owner', 'shop_owner.shop_id', 'shop_order.shop_id')
    .leftJoin('quiet_hours', 'quiet_hours.account_id', 'shop_owner.account_id')
    .select(['shop_order.shop_id', 'shop_order.id', 'buyer_id', 'expires_at', 'starts', 'ends'])
    .where('state', '=', sqlPlaced)
    .where('expires_at', '>', now)
    .where('expires_at', '<=', now + LONGEST_EXPIRY_WARNING_MS)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('channel')
          .whereRef('channel.account_id', '=', 'shop_owner.account_id')
          .select('channel.account_id'),
      ),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('message')
            .select('message.id')
            .whereRef('message.account_id', '=', 'shop_owner.account_id')
            .where('message.event', '=', 'expiring')
            .whereRef('message.subject_id', '=', 'shop_order.id'),
        ),
      ),
    )
    .orderBy('expires_at')
    .limit(MAX_ORDERS)
    .execute()
