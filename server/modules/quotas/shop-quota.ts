import { sql } from 'kysely'
import { ApiError } from '../../api-error'
import type { Query } from '../../db/database'
import type { Medium } from '../media/medium'
import type { Stored } from './account-quota'
import type { Quotas } from './quotas'

async function usedBy(db: Query, medium: Medium, shopId: string): Promise<Stored> {
  const { table } = db.dynamic
  const row = await db
    .selectFrom(table(medium).as('stored'))
    .select((eb) => [eb.fn.countAll().as('files'), eb.fn.sum('stored.bytes').as('bytes')])
    .where('stored.id', 'in', (eb) =>
      eb
        .selectFrom(table(`${medium}_use`).as('used'))
        .select(sql.ref<string>(`used.${medium}_id`).as('id'))
        .where('used.shop_id', '=', shopId),
    )
    .executeTakeFirst()
  return { files: Number(row?.files ?? 0), bytes: Number(row?.bytes ?? 0) }
}

/** The photos and voices that a shop's products and looks use. */
async function shopStored(db: Query, shopId: string): Promise<Stored> {
  const [photos, voices] = [await usedBy(db, 'photo', shopId), await usedBy(db, 'voice', shopId)]
  return { files: photos.files + voices.files, bytes: photos.bytes + voices.bytes }
}

async function productsIn(db: Query, shopId: string): Promise<number> {
  const row = await db
    .selectFrom('product')
    .select((eb) => eb.fn.countAll().as('count'))
    .where('shop_id', '=', shopId)
    .executeTakeFirst()
  return Number(row?.count ?? 0)
}

/**
 * Runs a change of a shop that may add products, photos or voices, and refuses it with `product-quota` or
 * `storage-quota` when the shop then has more than before and more than it may. A shop that is over a quota for another
 * reason can still be changed.
 */
export async function withinShopQuota<T>(
  quotas: Quotas,
  tx: Query,
  shopId: string,
  work: () => Promise<T>,
): Promise<T> {
  const before = { ...(await shopStored(tx, shopId)), products: await productsIn(tx, shopId) }
  const result = await work()
  const products = await productsIn(tx, shopId)
  if (products > before.products && products > quotas.productsPerShop) throw new ApiError('product-quota')
  const { files, bytes } = await shopStored(tx, shopId)
  if (
    (files > before.files && files > quotas.filesPerShop) ||
    (bytes > before.bytes && bytes > quotas.bytesPerShop)
  )
    throw new ApiError('storage-quota')
  return result
}
