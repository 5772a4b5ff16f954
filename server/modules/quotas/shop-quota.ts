import { sql } from 'kysely'
import { ApiError } from '../../api-error'
import type { Query } from '../../db/database'
import type { MediaKind } from '../../db/media-kind'
import type { StorageUsage } from './account-quota'
import type { Quotas } from './quotas'

async function usageOf(db: Query, kind: MediaKind, shopId: string): Promise<StorageUsage> {
  const { table } = db.dynamic
  const row = await db
    .selectFrom(table(kind).as('stored'))
    .select((eb) => [eb.fn.countAll().as('files'), eb.fn.sum('stored.bytes').as('bytes')])
    .where('stored.id', 'in', (eb) =>
      eb
        .selectFrom(table(`${kind}_use`).as('used'))
        .select(sql.ref<string>(`used.${kind}_id`).as('id'))
        .where('used.shop_id', '=', shopId),
    )
    .executeTakeFirst()
  return { files: Number(row?.files ?? 0), bytes: Number(row?.bytes ?? 0) }
}

/** Storage used by the photos and voices of a shop's products and looks. */
async function shopUsage(db: Query, shopId: string): Promise<StorageUsage> {
  const [photos, voices] = [await usageOf(db, 'photo', shopId), await usageOf(db, 'voice', shopId)]
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
 * Runs a change and rejects it with `product-quota` or `storage-quota` when the shop then has more than before and more than
 * its quota. A shop that already exceeds a quota can still be changed otherwise.
 */
export async function withinShopQuota<T>(
  quotas: Quotas,
  tx: Query,
  shopId: string,
  work: () => Promise<T>,
): Promise<T> {
  const before = { ...(await shopUsage(tx, shopId)), products: await productsIn(tx, shopId) }
  const result = await work()
  const products = await productsIn(tx, shopId)
  if (products > before.products && products > quotas.productsPerShop) throw new ApiError('product-quota')
  const { files, bytes } = await shopUsage(tx, shopId)
  if (
    (files > before.files && files > quotas.filesPerShop) ||
    (bytes > before.bytes && bytes > quotas.bytesPerShop)
  )
    throw new ApiError('storage-quota')
  return result
}
