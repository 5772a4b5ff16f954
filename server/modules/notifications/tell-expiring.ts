import { EXPIRY_WARNING_MS } from '@/domain/notification'
import type { AppDependencies } from '../../dependencies'
import { queueNotice } from './queue-notification'

/** Orders whose owners are notified in one run. */
const MAX_ORDERS = 500

/** Notifies owners of orders that expire soon, once for each order. */
export async function tellExpiring({ db, clock }: Pick<AppDependencies, 'db' | 'clock'>): Promise<void> {
  const now = clock()
  await db.withTx(async (tx) => {
    const orders = await tx
      .selectFrom('shop_order')
      .select(['shop_id', 'id', 'buyer_id'])
      .where('expires_at', 'is not', null)
      .where('expires_at', '>', now)
      .where('expires_at', '<=', now + EXPIRY_WARNING_MS)
      .where(({ exists, selectFrom }) =>
        exists(
          selectFrom('shop_owner')
            .innerJoin('channel', 'channel.account_id', 'shop_owner.account_id')
            .whereRef('shop_owner.shop_id', '=', 'shop_order.shop_id')
            .select('channel.account_id'),
        ),
      )
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('message')
              .select('message.id')
              .where('message.event', '=', 'expiring')
              .whereRef('message.subject_id', '=', 'shop_order.id'),
          ),
        ),
      )
      .limit(MAX_ORDERS)
      .execute()
    for (const { shop_id: shopId, id: subjectId, buyer_id } of orders)
      await queueNotice(tx, { event: 'expiring', shopId, subjectId, occurrence: 'soon', at: now }, buyer_id)
  }, 'guarded')
}
