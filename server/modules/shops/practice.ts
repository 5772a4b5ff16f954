import type { ManagedShop } from '@/domain/shop'
import type { Query } from '../../db/database'
import type { AppDependencies } from '../../dependencies'
import { deleteShop } from './delete-shop'
import { mustFindShop, toManagedShop } from './store'

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

/** Practice shops removed in one transaction. */
const BATCH_SIZE = 20

/** Removes the practice shops whose time is over; their photos follow as unused ones. */
export async function removeOldPracticeShops(
  { db, clock }: Pick<AppDependencies, 'db' | 'clock'>,
  onRemoved: (shopId: string) => void,
): Promise<void> {
  for (;;) {
    const removed = await db.withTx((tx) => removeBatch(tx, clock()))
    for (const shopId of removed) onRemoved(shopId)
    if (removed.length < BATCH_SIZE) return
  }
}

async function removeBatch(tx: Query, now: number): Promise<string[]> {
  const over = await tx
    .selectFrom('shop')
    .select('shop_id')
    .where('practice_until', '<=', now)
    .orderBy('practice_until')
    .limit(BATCH_SIZE)
    .execute()
  for (const { shop_id } of over) await deleteShop(tx, shop_id, now)
  return over.map(({ shop_id }) => shop_id)
}
