import type { RouteBody } from '@/contract/routes'
import type { Shop } from '@/domain/shop'
import type { Query } from '../../db/database'
import { fingerprint } from '../../fingerprint'
import { Refused } from '../../refused'
import { mustFindShop, settingsColumns, toShop } from './store'

/** Writes the settings over the version they were made from; the last edit sent again answers the same. */
export async function changeSettings(
  tx: Query,
  shopId: string,
  body: RouteBody<'PUT /api/shops/:shopId/settings'>,
): Promise<Shop> {
  const { version, ...settings } = body
  const row = await mustFindShop(tx, shopId)
  const editHash = fingerprint(body)
  if (row.edit_hash === editHash && row.version === version + 1) return toShop(row)
  if (row.version !== version) throw new Refused('changed', { current: toShop(row) })
  await tx
    .updateTable('shop')
    .set({ ...settingsColumns(settings), version: version + 1, edit_hash: editHash })
    .where('shop_id', '=', shopId)
    .where('version', '=', version)
    .execute()
  return toShop(await mustFindShop(tx, shopId))
}
