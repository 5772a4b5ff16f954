import type { Look } from '@/domain/look'
import { lookPhotos } from '@/domain/look-photos'
import type { Query } from '../../db/database'
import { setPhotoUses } from '../photos/uses'
import { usableIds } from './usable-ids'

/** What stands in a product's place where a look uses a photo; no id is like it. */
const LOOK = 'look'

/** Notes that the shop's look shows these photos besides those it did; bad input where there is no such photo for it. */
export async function addLookPhotos(tx: Query, shopId: string, look: Look): Promise<void> {
  const ids = await usableIds(tx, 'photo', shopId, lookPhotos(look))
  if (ids.length === 0) return
  await tx
    .insertInto('photo_use')
    .values(ids.map((id) => ({ photo_id: id, shop_id: shopId, product_id: LOOK })))
    .onConflict((conflict) => conflict.columns(['photo_id', 'shop_id', 'product_id']).doNothing())
    .execute()
}

/** From now on the shop's look shows what these name, and lets go of the others. */
export async function keepLookPhotos(
  tx: Query,
  shopId: string,
  looks: readonly Look[],
  now: number,
): Promise<void> {
  const ids = new Set(looks.flatMap(lookPhotos).map(({ id }) => id))
  await setPhotoUses(tx, { shopId, productId: LOOK }, [...ids], now)
}
