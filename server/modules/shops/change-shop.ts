import type { RouteBody } from '@/contract/routes'
import type { Look } from '@/domain/look'
import type { Shop } from '@/domain/shop'
import type { Query } from '../../db/database'
import { fingerprint } from '../../fingerprint'
import { Refused } from '../../refused'
import { findShop, type ShopRow, settingsColumns, toLook, toShop } from './store'

async function mustFind(tx: Query, shopId: string): Promise<ShopRow> {
  const row = await findShop(tx, shopId)
  if (!row) throw new Refused('not-found')
  return row
}

/** Writes the settings over the version they were made from; the last edit sent again answers the same. */
export async function changeSettings(
  tx: Query,
  shopId: string,
  body: RouteBody<'PUT /api/shops/:shopId/settings'>,
): Promise<Shop> {
  const { version, ...settings } = body
  const row = await mustFind(tx, shopId)
  const editHash = fingerprint(body)
  if (row.edit_hash === editHash && row.version === version + 1) return toShop(row)
  if (row.version !== version) throw new Refused('changed', { current: toShop(row) })
  await tx
    .updateTable('shop')
    .set({ ...settingsColumns(settings), version: version + 1, edit_hash: editHash })
    .where('shop_id', '=', shopId)
    .where('version', '=', version)
    .execute()
  return toShop(await mustFind(tx, shopId))
}

/** Writes the look over the version it was made from; the last edit sent again answers the same. */
export async function changeLook(tx: Query, shopId: string, look: Look): Promise<Look> {
  const row = await mustFind(tx, shopId)
  const editHash = fingerprint(look)
  if (row.look_edit_hash === editHash && row.look_version === look.version + 1) return toLook(row)
  if (row.look_version !== look.version) throw new Refused('changed', { current: toLook(row) })
  await tx
    .updateTable('shop')
    .set({ look: JSON.stringify(look), look_version: look.version + 1, look_edit_hash: editHash })
    .where('shop_id', '=', shopId)
    .where('look_version', '=', look.version)
    .execute()
  return toLook(await mustFind(tx, shopId))
}
