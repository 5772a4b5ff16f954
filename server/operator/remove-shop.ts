import { chmod, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Order } from '@/domain/order'
import type { Query } from '../db/database'
import type { AppDependencies } from '../dependencies'
import { untyped } from '../maintenance/row'
import { exportShop } from '../maintenance/take-along'
import { Queue } from '../modules/media/queue'
import { sweep } from '../modules/media/sweep'
import { toOrder } from '../modules/orders/store'
import { photoFileNames } from '../modules/photos/photo-files'
import { findShop } from '../modules/shops/store'
import { voiceFile } from '../modules/voices/voice-file'
import { SetupError } from '../setup-error'
import { setBlocked } from './block-shop'
import { shopOfSlug } from './find-shop'
import { logAction } from './operator-log'

interface Removing {
  slug: string
  /** Where the shop and its orders are exported to. */
  folder: string
  reason: string | undefined
}

/** A shop that its owner changes meanwhile is exported again, so often at most. */
const TRIES = 5

async function everyOrder(db: Query, shopId: string): Promise<Order[]> {
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
  { slug, folder }: Removing,
  shopId: string,
): Promise<string[]> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const files = [join(folder, `${slug}.zip`), join(folder, `${slug}-orders.json`)] as const
  await exportShop(deps, slug, files[0])
  const orders = await everyOrder(deps.db.query, shopId)
  await writeFile(files[1], `${JSON.stringify(orders, null, 2)}\n`, { mode: 0o600, flush: true })
  for (const file of files) await chmod(file, 0o600)
  return [...files]
}

/** Deletes every row of a shop, in whichever table it is, unless the shop was changed since it was exported. */
async function removeRows(
  deps: AppDependencies,
  tx: Query,
  shopId: string,
  removing: Removing,
  changes: number,
) {
  const { numUpdatedRows } = await tx
    .updateTable('shop')
    .set((eb) => ({ changes: eb('changes', '+', 1) }))
    .where('shop_id', '=', shopId)
    .where('changes', '=', changes)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) return false
  for (const medium of ['photo', 'voice'] as const)
    await tx
      .updateTable(medium)
      .set({ unused_since: 0 })
      .where('id', 'in', (eb) =>
        medium === 'photo'
          ? eb.selectFrom('photo_use').select('photo_id as id').where('shop_id', '=', shopId)
          : eb.selectFrom('voice_use').select('voice_id as id').where('shop_id', '=', shopId),
      )
      .execute()
  const tables = await tx.introspection.getTables()
  for (const { name, columns } of tables)
    if (name !== 'operator_log' && columns.some((column) => column.name === 'shop_id'))
      await untyped(tx).deleteFrom(name).where('shop_id', '=', shopId).execute()
  await tx.deleteFrom('job').where('payload', 'like', `%"${shopId}"%`).execute()
  const { slug, reason } = removing
  await logAction(deps, tx, { action: 'remove', shop_id: shopId, slug, reason: reason ?? null })
  return true
}

/**
 * Exports a shop with its orders into a folder, and then deletes all its rows, and its files that nothing else uses. It is
 * blocked first, so no order comes between the export and the end; one that cannot be exported stays as it was.
 */
export async function removeShop(deps: AppDependencies, removing: Removing): Promise<{ files: string[] }> {
  const { db } = deps
  const { slug, reason } = removing
  const { shop_id: shopId, blocked_at } = await shopOfSlug(db.query, slug)
  if (blocked_at === null) await setBlocked(deps, { slug, isBlocked: true, reason })
  try {
    for (let turn = 0; turn < TRIES; turn++) {
      const changes = (await findShop(db.query, shopId))?.changes ?? 0
      const files = await exportAll(deps, removing, shopId)
      if (!(await db.withTx((tx) => removeRows(deps, tx, shopId, removing, changes)))) continue
      const queue = new Queue(1)
      await sweep(deps, queue, 'photo', photoFileNames)
      await sweep(deps, queue, 'voice', (hash) => [voiceFile(hash)])
      return { files }
    }
    throw new SetupError(`The owner of /s/${slug} is changing it at this moment. Try again later.`)
  } catch (error) {
    const isThere = (await findShop(db.query, shopId)) !== undefined
    if (blocked_at === null && isThere)
      await setBlocked(deps, { slug, isBlocked: false, reason: 'not removed' })
    throw error
  }
}
