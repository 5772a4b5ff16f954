import type { Look } from '@/domain/look/look'
import { ApiError } from '../../api-error'
import type { Query } from '../../db/database'
import { fingerprint } from '../../fingerprint'
import { lockShop } from '../shops/shop-lock'
import { mustFindShop } from '../shops/store'
import { addLookPhotos } from './look-photos'
import { addLookVoices } from './look-voices'
import { draftOf, draftRow, readLook } from './store'

/** Saves a draft that is based on the current version. Repeating the last edit returns the same result. */
export async function saveDraft(tx: Query, shopId: string, look: Look): Promise<Look> {
  await lockShop(tx, shopId)
  const shop = await mustFindShop(tx, shopId)
  const row = await draftRow(tx, shopId)
  const editHash = fingerprint(look)
  const known = row?.version ?? 0
  if (row?.edit_hash === editHash && known === look.version + 1) return readLook(row)
  if (known !== look.version) throw new ApiError('version-conflict', { current: await draftOf(tx, shop) })
  await addLookPhotos(tx, shopId, look)
  await addLookVoices(tx, shopId, look)
  const columns = { version: known + 1, edit_hash: editHash, look: JSON.stringify(look) }
  if (row) await tx.updateTable('look_draft').set(columns).where('shop_id', '=', shopId).execute()
  else
    await tx
      .insertInto('look_draft')
      .values({ shop_id: shopId, ...columns })
      .execute()
  return readLook(columns)
}
