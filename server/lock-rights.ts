import { countyOf } from '@/domain/centre'
import type { Query } from './db/database'
import { isPostgres } from './db/engine'
import { lockAccount } from './modules/quotas/lock-account'
import { lockShop } from './modules/shops/shop-lock'

/** What rights are about. */
export interface LockedRights {
  /** The account that gets or uses a right. */
  accountId?: string | undefined
  /** Accounts whose roles in centres matter. */
  staff?: readonly string[]
  /** The centre whose staff and invitations matter, with those of its county. */
  centre?: string | undefined
  shopId?: string | undefined
  lessonId?: string | undefined
}

/**
 * Locks the rows on which rights depend until the transaction ends, and other transactions that change them wait. Call it before a right is checked, in
 * a transaction, whose later statements read what others have committed. All transactions lock in the same order: the account,
 * staff, the shop, its helps, the lesson, and afterwards codes and cards. On SQLite a writing transaction is exclusive anyway.
 * @throws ApiError `signed-out` when the account was deleted.
 */
export async function lockRights(tx: Query, rights: LockedRights): Promise<void> {
  if (rights.accountId !== undefined) await lockAccount(tx, rights.accountId)
  if (!isPostgres(tx)) return
  await lockStaff(tx, rights)
  const { shopId, lessonId } = rights
  if (shopId !== undefined) {
    await lockShop(tx, shopId)
    await tx.selectFrom('help').select('id').where('shop_id', '=', shopId).orderBy('id').forUpdate().execute()
  }
  if (lessonId !== undefined)
    await tx.selectFrom('lesson').select('id').where('id', '=', lessonId).forUpdate().execute()
}

async function lockStaff(tx: Query, { staff = [], centre }: LockedRights): Promise<void> {
  if (staff.length === 0 && centre === undefined) return
  const centres = centre === undefined ? [] : [centre, countyOf(centre)]
  await tx
    .selectFrom('staff')
    .select('id')
    .where(({ or, eb }) =>
      or([
        ...(staff.length > 0 ? [eb('account_id', 'in', [...staff])] : []),
        ...(centres.length > 0 ? [eb('centre', 'in', centres)] : []),
      ]),
    )
    .orderBy('centre')
    .orderBy('account_id')
    .forUpdate()
    .execute()
}
