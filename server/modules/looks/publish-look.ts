import type { Look } from '@/domain/look'
import { ApiError } from '../../api-error'
import type { Query } from '../../db/database'
import type { AppDependencies } from '../../dependencies'
import { fingerprint } from '../../fingerprint'
import { mustFindShop, type ShopRow, toLook } from '../shops/store'
import { keepLookPhotos } from './look-photos'
import { keepLookVoices } from './look-voices'
import { draftOf, historyOf, publishedBy, readLook } from './store'

/** So many looks that buyers saw are kept, the present one among them. */
export const HISTORY = 20

/** Puts the draft of a version before buyers, once for an id; what they see already is not published again. */
export async function publishLook(
  deps: AppDependencies,
  tx: Query,
  shopId: string,
  { id, draftVersion }: { id: string; draftVersion: number },
): Promise<void> {
  if (await publishedBy(tx, shopId, id)) return
  const shop = await mustFindShop(tx, shopId)
  const draft = await draftOf(tx, shop)
  if (draft.version !== draftVersion) throw new ApiError('version-conflict', { current: draft })
  if (isSameLook(draft, toLook(shop))) return
  // kept by an older program, it may not fit any more
  const fields = deps.looks.faults(draft)
  if (fields.length > 0) throw new ApiError('bad-input', { fields })
  await writePublished(tx, shop, draft, { id, now: deps.clock() })
  await updateLookMedia(tx, shopId, deps.clock())
}

/** True when two looks say the same, whatever their versions are. */
export const isSameLook = (draft: Look, shown: Look): boolean =>
  fingerprint({ ...draft, version: 0 }) === fingerprint({ ...shown, version: 0 })

/** Makes a look the one that buyers see, and adds it to the history. */
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
    .where('version', '<=', version - HISTORY)
    .execute()
  await tx.updateTable('shop').set({ look, look_version: version }).where('shop_id', '=', shop_id).execute()
}

/** Notes the photos and voices that the draft and the history use; others are let go. */
export async function updateLookMedia(tx: Query, shopId: string, now: number): Promise<void> {
  const used = await looksInUse(tx, shopId)
  await keepLookPhotos(tx, shopId, used, now)
  await keepLookVoices(tx, shopId, used, now)
}

async function looksInUse(tx: Query, shopId: string): Promise<Look[]> {
  const shop = await mustFindShop(tx, shopId)
  const past = await historyOf(tx, shop)
  return [await draftOf(tx, shop), ...past.map(readLook)]
}
