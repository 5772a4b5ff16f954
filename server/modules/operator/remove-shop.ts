import { chmod, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterSaleStates, isOpen } from '@/domain/order/after-sale'
import type { Order } from '@/domain/order/order'
import { onlineMethods } from '@/domain/payment/payment'
import type { Query } from '../../db/database'
import type { AppDependencies } from '../../dependencies'
import { SetupError } from '../../setup-error'
import { exportShop } from '../exports/export-to-file'
import { Queue } from '../media/queue'
import { sweepUnusedMedia } from '../media/sweep-unused-media'
import { toOrder } from '../orders/order-row'
import { allPhotoFileNames } from '../photos/photo-files'
import { deleteShop } from '../shops/delete-shop'
import { lockShop } from '../shops/shop-lock'
import { findShop, mustFindShop, type ShopRow } from '../shops/store'
import { voiceFileName } from '../voices/voice-file'
import { setShopBlocked } from './block-shop'
import { logOperatorAction } from './operator-log'

interface Removal {
  /** The folder for the export of the shop and its orders. */
  folder: string
  /** Who removes it; `null` for the command line. */
  operatorId: string | null
  reason: string | undefined
  /** Runs a transaction, with the right of the operator checked inside. */
  runInTx<T>(work: (tx: Query) => Promise<T>): Promise<T>
}

type RemovedShop = Pick<ShopRow, 'shop_id' | 'slug' | 'blocked_at'>

/** Attempts to export a shop that its owner changes at the same time. */
const TRIES = 5

async function readAllOrders(db: Query, shopId: string): Promise<Order[]> {
  const rows = await db
    .selectFrom('shop_order')
    .selectAll()
    .where('shop_id', '=', shopId)
    .orderBy('number')
    .execute()
  return rows.map(toOrder)
}

async function exportAll(
  deps: AppDependencies,
  { shop_id: shopId, slug }: RemovedShop,
  folder: string,
): Promise<string[]> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const files = [join(folder, `${slug}.zip`), join(folder, `${slug}-orders.json`)] as const
  await exportShop(deps, slug, files[0])
  const orders = await readAllOrders(deps.db.query, shopId)
  await writeFile(files[1], `${JSON.stringify(orders, null, 2)}\n`, { mode: 0o600, flush: true })
  for (const file of files) await chmod(file, 0o600)
  return [...files]
}

const openStates = afterSaleStates.filter(isOpen)

/**
 * Checks that no order is being paid online, is paid and not finished, or is being refunded: buyers would lose that money.
 * @throws SetupError
 */
async function assertNoMoneyUnderWay(db: Query, shopId: string): Promise<void> {
  const orders = await db
    .selectFrom('shop_order')
    .select('number')
    .where('shop_id', '=', shopId)
    .where('payment_method', 'in', [...onlineMethods])
    .where((eb) => {
      const { or, and } = eb
      return or([
        eb('payment_state', 'in', ['pending', 'refunding']),
        and([eb('payment_state', '=', 'paid'), eb('state', 'not in', ['done', 'cancelled'])]),
        eb('after_sale', 'in', openStates),
        eb.exists(
          eb
            .selectFrom('refund')
            .select('refund.id')
            .whereRef('refund.shop_id', '=', 'shop_order.shop_id')
            .whereRef('refund.order_id', '=', 'shop_order.id')
            .where('refund.state', '=', 'requested'),
        ),
      ])
    })
    .orderBy('number')
    .execute()
  if (orders.length === 0) return
  const numbers = orders.map(({ number }) => number).slice(0, 20)
  throw new SetupError(
    `Money of ${orders.length} orders is under way (${numbers.join(', ')}): they are being paid, are paid and not finished, or are being refunded. Let them be finished or cancelled first; "npm run shop:block" keeps new ones away.`,
  )
}

/** Deletes all rows of a shop in every table. Returns false when the shop was changed since its export. */
async function removeRows(
  deps: AppDependencies,
  tx: Query,
  { shop_id: shopId, slug }: RemovedShop,
  { operatorId, reason = null }: { operatorId: string | null; reason?: string | null | undefined },
  changes: number,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('shop')
    .set((eb) => ({ changes: eb('changes', '+', 1) }))
    .where('shop_id', '=', shopId)
    .where('changes', '=', changes)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) return false
  await assertNoMoneyUnderWay(tx, shopId)
  await deleteShop(tx, shopId, 0)
  await logOperatorAction(deps, tx, { operatorId, action: 'remove', shop_id: shopId, slug, reason })
  return true
}

/**
 * Exports a shop and its orders into a folder, then deletes its rows and the files that no other shop uses. The shop is
 * blocked first, so that no order arrives after the export; a shop that cannot be exported, or has money under way, stays unchanged.
 * @throws SetupError
 */
export async function removeShop(
  deps: AppDependencies,
  shop: RemovedShop,
  { folder, operatorId, reason, runInTx }: Removal,
): Promise<{ files: string[] }> {
  const { db } = deps
  const { shop_id: shopId, slug, blocked_at } = shop
  const setBlocked = (isBlocked: boolean, why: string | undefined) =>
    runInTx(async (tx) => {
      await lockShop(tx, shopId)
      await setShopBlocked(deps, tx, await mustFindShop(tx, shopId), { isBlocked, operatorId, reason: why })
    })
  if (blocked_at === null) await setBlocked(true, reason)
  try {
    for (let attempt = 0; attempt < TRIES; attempt++) {
      const changes = (await findShop(db.query, shopId))?.changes ?? 0
      await assertNoMoneyUnderWay(db.query, shopId)
      const files = await exportAll(deps, shop, folder)
      if (!(await runInTx((tx) => removeRows(deps, tx, shop, { operatorId, reason }, changes)))) continue
      const queue = new Queue(1)
      await sweepUnusedMedia(deps, queue, 'photo', allPhotoFileNames)
      await sweepUnusedMedia(deps, queue, 'voice', (hash) => [voiceFileName(hash)])
      return { files }
    }
    throw new SetupError(`The owner of /s/${slug} is changing it at this moment. Try again later.`)
  } catch (error) {
    const stillExists = (await findShop(db.query, shopId)) !== undefined
    if (blocked_at === null && stillExists) await setBlocked(false, 'not removed')
    throw error
  }
}
