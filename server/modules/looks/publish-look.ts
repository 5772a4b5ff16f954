import type { Look } from '@/domain/look/look'
import { ApiError } from '../../api-error'
import type { Query } from '../../db/database'
import type { AppDependencies } from '../../dependencies'
import { fingerprint } from '../../fingerprint'
import { mustFindShop, type ShopRow, toLook } from '../shops/store'
import { setLookPhotos } from './look-photos'
import { setLookVoices } from './look-voices'
import { draftOf, findPublishedByRequest, historyOf, readLook } from './store'

/** Number of published looks that are stored, including the current one. */
export const MAX_PUBLISHED_LOOKS = 20

/** Publishes the draft of a version, once for each request id. A draft equal to the published look changes nothing. */
export async function publishLook(
  deps: AppDependencies,
  tx: Query,
  shopId: string,
  { id, draftVersion }: { id: string; draftVersion: number },
): Promise<void> {
  if (await findPublishedByRequest(tx, shopId, id)) return
  const shop = await mustFindShop(tx, shopId)
  const draft = await draftOf(tx, shop)
  if (draft.version !== draftVersion) throw new ApiError('version-conflict', { current: draft })
  if (isSameLook(draft, toLook(shop))) return
  // a draft stored by an older version may no longer be valid
  const fields = deps.looks.validate(draft)
  if (fields.length > 0) throw new ApiError('bad-input', { fields })
  await writePublished(tx, shop, draft, { id, now: deps.clock() })
  await updateLookMedia(tx, shopId, deps.clock())
}

/** True when two looks have the same content, whatever their versions are. */
export const isSameLook = (draft: Look, shown: Look): boolean =>
  fingerprint({ ...draft, version: 0 }) === fingerprint({ ...shown, version: 0 })

/** Writes a look as the published one and adds it to the history. */
export async function writePublished(
  tx: Query,
  shop: ShopRow,
  draft: Look,
  { id, now }: { id: string; now: number },
): Promise<void> {
  const { shop_id, look_version: before } = shop
  const look = JSON.stringify(draft)
  const version = before + 1
  const first = (await historyOf(tx, shop)).find((row) => row.version === before)
  await tx
    .insertInto('look_published')
    .values([
      { shop_id, version, request_id: id, look, published_at: now },
      ...(first ? [{ shop_id, request_id: '', ...first }] : []),
    ])
    .onConflict((conflict) => conflict.columns(['shop_id', 'version']).doNothing())
    .execute()
  await tx
    .deleteFrom('look_published')
    .where('shop_id', '=', shop_id)
    .where('version', '<=', version - MAX_PUBLISHED_LOOKS)
    .execute()
  await tx.updateTable('shop').set({ look, look_version: version }).where('shop_id', '=', shop_id).execute()
}

/** Updates the photos and voices that the draft and the history use; others become unused. */
export async function updateLookMedia(tx: Query, shopId: string, now: number): Promise<void> {
  const used = await looksInUse(tx, shopId)
  await setLookPhotos(tx, shopId, used, now)
  await setLookVoices(tx, shopId, used, now)
}

async function looksInUse(tx: Query, shopId: string): Promise<Look[]> {
  const shop = await mustFindShop(tx, shopId)
  const past = await historyOf(tx, shop)
  return [await draftOf(tx, shop), ...past.map(readLook)]
}
