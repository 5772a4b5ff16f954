import type { ManagedShop } from '@/domain/shop/shop'
import type { Query } from '../../db/database'
import type { AppDependencies } from '../../dependencies'
import { lockRights } from '../../lock-rights'
import { deleteShop } from './delete-shop'
import { findShop, mustFindShop, toManagedShop } from './store'

/** Makes a practice shop real; a real one stays as it is. */
export async function endPractice(tx: Query, shopId: string): Promise<ManagedShop> {
  await tx
    .updateTable('shop')
    .set((eb) => ({ practice_until: null, changes: eb('changes', '+', 1) }))
    .where('shop_id', '=', shopId)
    .where('practice_until', 'is not', null)
    .execute()
  return toManagedShop(await mustFindShop(tx, shopId))
}

/** Removes the practice shops whose time is over; their photos follow as unused ones. */
export async function removeOldPracticeShops(
  { db, clock }: Pick<AppDependencies, 'db' | 'clock'>,
  onRemoved: (shopId: string) => void,
): Promise<void> {
  const now = clock()
  const over = await db.query
    .selectFrom('shop')
    .select('shop_id')
    .where('practice_until', '<=', now)
    .orderBy('practice_until')
    .execute()
  for (const { shop_id } of over)
    if (await db.withTx((tx) => removePracticeShop(tx, shop_id, now))) onRemoved(shop_id)
}

/** Removes a practice shop unless its owner has made it real. */
async function removePracticeShop(tx: Query, shopId: string, now: number): Promise<boolean> {
  await lockRights(tx, { shopId })
  const shop = await findShop(tx, shopId)
  if (!shop || shop.practice_until === null || shop.practice_until > now) return false
  await deleteShop(tx, shopId, now)
  return true
}
