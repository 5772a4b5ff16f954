import { afterSaleStates, isOpen } from '@/domain/order/after-sale'
import { openStates } from '@/domain/order/order'
import { ApiError } from '../../api-error'
import type { Query } from '../../db/database'
import type { AppDependencies } from '../../dependencies'
import { endHandovers } from '../handovers/store'
import { endHelps } from '../helps/store'
import { endKeys } from '../shops/issue-key'
import { findCard } from './store'

const openAfterSales = afterSaleStates.filter(isOpen)

async function hasOpenOrders(db: Query, shopId: string): Promise<boolean> {
  const row = await db
    .selectFrom('shop_order')
    .select('id')
    .where('shop_id', '=', shopId)
    .where(({ or, eb }) =>
      or([eb('state', 'in', openStates), eb('after_sale', 'in', [...openAfterSales, 'cancel-asked'])]),
    )
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/**
 * Takes a shop off the phone of one of its owners; its paper card brings it back. Without another owner it takes no orders until then.
 * Call it while the shop is locked.
 * @throws ApiError `not-allowed-now` without a card, or with open orders that nobody else would see.
 */
export async function leaveShop(
  { clock }: Pick<AppDependencies, 'clock'>,
  tx: Query,
  shopId: string,
  accountId: string,
): Promise<void> {
  if (!(await findCard(tx, shopId))) throw new ApiError('not-allowed-now')
  await tx
    .deleteFrom('shop_owner')
    .where('shop_id', '=', shopId)
    .where('account_id', '=', accountId)
    .execute()
  // this phone has seen the key, and may have agreed to a help
  await endKeys(tx, shopId, clock())
  await endHandovers(tx, shopId, clock())
  await endHelps(tx, shopId, clock())
  const other = await tx
    .selectFrom('shop_owner')
    .select('account_id')
    .where('shop_id', '=', shopId)
    .limit(1)
    .executeTakeFirst()
  if (other) return
  if (await hasOpenOrders(tx, shopId)) throw new ApiError('not-allowed-now')
  await tx
    .updateTable('shop')
    .set((eb) => ({ waiting_since: clock(), changes: eb('changes', '+', 1) }))
    .where('shop_id', '=', shopId)
    .execute()
}
