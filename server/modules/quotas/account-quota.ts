import { ApiError } from '../../api-error'
import type { Query } from '../../db/database'
import type { MediaKind } from '../../db/media-kind'
import type { Quotas } from './quotas'

/** Number of photos and voices, and the total size of their files in bytes. */
export interface StorageUsage {
  files: number
  bytes: number
}

async function usageOf(db: Query, kind: MediaKind, accountId: string): Promise<StorageUsage> {
  const row = await db
    .selectFrom(db.dynamic.table(kind).as('stored'))
    .select((eb) => [eb.fn.countAll().as('files'), eb.fn.sum('stored.bytes').as('bytes')])
    .where('stored.account_id', '=', accountId)
    .executeTakeFirst()
  return { files: Number(row?.files ?? 0), bytes: Number(row?.bytes ?? 0) }
}

async function accountUsage(db: Query, accountId: string): Promise<StorageUsage> {
  const [photos, voices] = [await usageOf(db, 'photo', accountId), await usageOf(db, 'voice', accountId)]
  return { files: photos.files + voices.files, bytes: photos.bytes + voices.bytes }
}

/**
 * Throws `storage-quota` when one more file of this size exceeds the account's quota. Exact only while the account is
 * locked.
 */
export async function checkAccountStorage(quotas: Quotas, db: Query, accountId: string, bytes: number) {
  const stored = await accountUsage(db, accountId)
  if (stored.files + 1 > quotas.filesPerAccount || stored.bytes + bytes > quotas.bytesPerAccount)
    throw new ApiError('storage-quota')
}

/**
 * Throws `shop-quota` when the account may not open another shop. A shop counts for the account that opened and still owns
 * it.
 */
export async function checkShopQuota(quotas: Quotas, tx: Query, accountId: string): Promise<void> {
  const row = await tx
    .selectFrom('shop_owner')
    .innerJoin('shop', 'shop.shop_id', 'shop_owner.shop_id')
    .select((eb) => eb.fn.countAll().as('shops'))
    .where('shop_owner.account_id', '=', accountId)
    .where('shop.opened_by', '=', accountId)
    .executeTakeFirst()
  if (Number(row?.shops ?? 0) >= quotas.shopsPerAccount) throw new ApiError('shop-quota')
}
