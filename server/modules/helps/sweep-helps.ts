import { TAKE_OVER_WITHIN_MS } from '@/domain/shop/help'
import type { AppDependencies } from '../../dependencies'
import type { StorefrontCache } from '../../http/cache/storefront-cache'
import { lockRights } from '../../lock-rights'
import { findShop } from '../shops/store'
import { giveUpShop } from './give-up-shop'

export const HELP_SWEEP_MS = 3_600_000

const BATCH_SIZE = 100

/** Deletes what people agreed to when no shop came of it. */
async function removeUnusedConsents({ db, clock }: Pick<AppDependencies, 'db' | 'clock'>): Promise<void> {
  const unused = await db.query
    .selectFrom('help')
    .leftJoin('shop', 'shop.shop_id', 'help.shop_id')
    .select('help.shop_id')
    .where('shop.shop_id', 'is', null)
    .where('help.started_at', '<=', clock() - TAKE_OVER_WITHIN_MS)
    .limit(BATCH_SIZE)
    .execute()
  for (const { shop_id } of unused)
    await db.withTx(async (tx) => {
      await lockRights(tx, { shopId: shop_id })
      // the shop was opened meanwhile
      if (await findShop(tx, shop_id)) return
      await tx.deleteFrom('help').where('shop_id', '=', shop_id).execute()
      await tx.deleteFrom('help_step').where('shop_id', '=', shop_id).execute()
    })
}

/** Removes the shops whose time to be taken over is past, and consents that were never used. */
export async function sweepHelps(
  { db, clock }: Pick<AppDependencies, 'db' | 'clock'>,
  storefronts: StorefrontCache,
): Promise<void> {
  const now = clock()
  const expired = await db.query
    .selectFrom('help')
    .select('shop_id')
    .where('opens', '=', 1)
    .where('ended_at', 'is', null)
    .where('expires_at', '<=', now)
    .orderBy('expires_at')
    .limit(BATCH_SIZE)
    .execute()
  for (const { shop_id } of expired) {
    const removed = await db.withTx((tx) => giveUpShop(tx, shop_id, now))
    if (removed) storefronts.invalidateShop(shop_id)
  }
  await removeUnusedConsents({ db, clock })
}
