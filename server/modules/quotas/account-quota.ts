import { ApiError } from '../../api-error'
import type { Query } from '../../db/database'
import type { Medium } from '../media/medium'
import type { Quotas } from './quotas'

/** Photos and voices, and the size of their files together. */
export interface Stored {
  files: number
  bytes: number
}

async function storedOf(db: Query, medium: Medium, accountId: string): Promise<Stored> {
  const row = await db
    .selectFrom(db.dynamic.table(medium).as('stored'))
    .select((eb) => [eb.fn.countAll().as('files'), eb.fn.sum('stored.bytes').as('bytes')])
    .where('stored.account_id', '=', accountId)
    .executeTakeFirst()
  return { files: Number(row?.files ?? 0), bytes: Number(row?.bytes ?? 0) }
}

/** What an account has uploaded and nobody has removed, whoever uses it. */
async function accountStored(db: Query, accountId: string): Promise<Stored> {
  const [photos, voices] = [await storedOf(db, 'photo', accountId), await storedOf(db, 'voice', accountId)]
  return { files: photos.files + voices.files, bytes: photos.bytes + voices.bytes }
}

/** Refuses one more file of this size with `storage-quota`. Exact only while the account is locked. */
export async function refuseFullAccount(
  quotas: Quotas,
  db: Query,
  accountId: string,
  bytes: number,
): Promise<void> {
  const stored = await accountStored(db, accountId)
  if (stored.files + 1 > quotas.filesPerAccount || stored.bytes + bytes > quotas.bytesPerAccount)
    throw new ApiError('storage-quota')
}

/** Refuses one more shop with `shop-quota`. A shop counts for the account that opened it, as long as that owns it. */
export async function refuseOneMoreShop(quotas: Quotas, tx: Query, accountId: string): Promise<void> {
  const row = await tx
    .selectFrom('shop_owner')
    .innerJoin('shop', 'shop.shop_id', 'shop_owner.shop_id')
    .select((eb) => eb.fn.countAll().as('shops'))
    .where('shop_owner.account_id', '=', accountId)
    .where('shop.opened_by', '=', accountId)
    .executeTakeFirst()
  if (Number(row?.shops ?? 0) >= quotas.shopsPerAccount) throw new ApiError('shop-quota')
}
