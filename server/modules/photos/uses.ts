import { sql } from 'kysely'
import type { Query } from '../../db/database'

interface PhotoUser {
  shopId: string
  productId: string
}

/** Sets the photos that a product uses. A removed photo stays in use while an order shows it. */
export async function setPhotoUses(tx: Query, user: PhotoUser, photoIds: readonly string[], now: number) {
  const rows = await tx
    .selectFrom('photo_use')
    .innerJoin('photo', 'photo.id', 'photo_use.photo_id')
    .select(['photo.id', 'photo.hash'])
    .where('shop_id', '=', user.shopId)
    .where('product_id', '=', user.productId)
    .execute()
  const known = rows.map((row) => row.id)
  for (const photo of rows)
    if (!photoIds.includes(photo.id) && !(await isOrdered(tx, user.shopId, photo.hash)))
      await removeUse(tx, user, photo.id, now)
  const fresh = photoIds.filter((id) => !known.includes(id))
  if (fresh.length === 0) return
  const values = fresh.map((id) => ({ photo_id: id, shop_id: user.shopId, product_id: user.productId }))
  await tx.insertInto('photo_use').values(values).execute()
}

async function isOrdered(tx: Query, shopId: string, hash: string): Promise<boolean> {
  const row = await tx
    .selectFrom('shop_order')
    .select('id')
    .where('shop_id', '=', shopId)
    .where('lines', 'like', sql<string>`${`%"${hash}"%`}`)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

async function removeUse(tx: Query, { shopId, productId }: PhotoUser, photoId: string, now: number) {
  await tx
    .deleteFrom('photo_use')
    .where('photo_id', '=', photoId)
    .where('shop_id', '=', shopId)
    .where('product_id', '=', productId)
    .execute()
  await tx.updateTable('photo').set({ unused_since: now }).where('id', '=', photoId).execute()
}
