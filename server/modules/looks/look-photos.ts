import type { Look } from '@/domain/look/look'
import { lookPhotos } from '@/domain/look/look-photos'
import type { Query } from '../../db/database'
import { setPhotoUses } from '../photos/uses'
import { requireUsableMedia } from './require-usable-media'

/** Value of `product_id` in `photo_use` for photos that a look uses. No product id equals it. */
const LOOK = 'look'

/** Adds the photos of a look to those that the shop uses. An unknown photo is `bad-input`. */
export async function addLookPhotos(tx: Query, shopId: string, look: Look): Promise<void> {
  const ids = await requireUsableMedia(tx, 'photo', shopId, lookPhotos(look))
  if (ids.length === 0) return
  await tx
    .insertInto('photo_use')
    .values(ids.map((id) => ({ photo_id: id, shop_id: shopId, product_id: LOOK })))
    .onConflict((conflict) => conflict.columns(['photo_id', 'shop_id', 'product_id']).doNothing())
    .execute()
}

/** Sets the photos that the shop's looks use to those of `looks`. */
export async function setLookPhotos(tx: Query, shopId: string, looks: readonly Look[], now: number) {
  const ids = new Set(looks.flatMap(lookPhotos).map(({ id }) => id))
  await setPhotoUses(tx, { shopId, productId: LOOK }, [...ids], now)
}
