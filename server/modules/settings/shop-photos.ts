import type { Id } from '@/domain/id'
import { type Photo, type ShopPhotoName, shopPhotoCrops, shopPhotoNames } from '@/domain/photo'
import { ApiError } from '../../api-error'
import type { Query } from '../../db/database'
import type { AppDependencies } from '../../dependencies'
import { requireUsableMedia } from '../looks/require-usable-media'
import type { Queue } from '../media/queue'
import { sizeOfFiles } from '../media/record-upload'
import { storeCrops } from '../photos/crop-photo'
import { allPhotoFileNames } from '../photos/photo-files'
import { setPhotoUses } from '../photos/uses'
import { mustFindShop, type ShopPhotos, toShop } from '../shops/store'

interface NewPhoto extends Photo {
  name: ShopPhotoName
  path: string
}

/**
 * The photos that a request sets, without those that the shop shows already.
 * @throws ApiError `bad-input` for a photo that the shop may not use
 */
async function requireNewPhotos(tx: Query, shopId: string, photos: ShopPhotos): Promise<NewPhoto[]> {
  const shop = toShop(await mustFindShop(tx, shopId))
  const added = shopPhotoNames.flatMap((name) => {
    const photo = photos[name]
    const isSame = photo?.id === shop[name]?.id && photo?.hash === shop[name]?.hash
    return photo && !isSame ? [{ ...photo, name, path: `/${name}` }] : []
  })
  await requireUsableMedia(tx, 'photo', shopId, added)
  return added
}

interface Preparation {
  shopId: string
  /** The account whose turn in the queue it is. */
  accountId: string
  photos: ShopPhotos
}

/** The size of all files of each new photo in bytes, by the photo's id. */
export type PhotoSizes = ReadonlyMap<Id, number>

/**
 * Makes the crops of the photos that a request sets, before the transaction that stores the setting. Those that exist are left as they are.
 * @throws ApiError `bad-input` for a photo that the shop may not use, `not-a-photo` for one whose files are missing or broken
 */
export async function prepareShopPhotos(
  { db, blobs, storage }: Pick<AppDependencies, 'db' | 'blobs' | 'storage'>,
  queue: Queue,
  { shopId, accountId, photos }: Preparation,
): Promise<PhotoSizes> {
  const sizes = new Map<Id, number>()
  if (!shopPhotoNames.some((name) => photos[name])) return sizes
  const added = await db.withTx((tx) => requireNewPhotos(tx, shopId, photos))
  if (added.length === 0) return sizes
  if (await storage.isLow()) throw new ApiError('storage-full', { retryAfter: 30 })
  await queue.run(
    async () => {
      for (const { id, hash, name } of added) {
        await storeCrops(blobs, hash, shopPhotoCrops[name])
        sizes.set(id, await sizeOfFiles(blobs, allPhotoFileNames(hash)))
      }
    },
    { lane: accountId },
  )
  return sizes
}

/** Sets the uses of a shop's logo and banner, of which absent ones stay as they are. */
export async function setShopPhotoUses(tx: Query, shopId: string, photos: ShopPhotos, now: number) {
  for (const name of shopPhotoNames) {
    const photo = photos[name]
    if (photo !== undefined) await setPhotoUses(tx, { shopId, productId: name }, photo ? [photo.id] : [], now)
  }
}

/** Puts the photos of a request into use, in the transaction that stores them; the ones before become unused. */
export async function replaceShopPhotos(
  tx: Query,
  shopId: string,
  photos: ShopPhotos,
  { sizes, now }: { sizes: PhotoSizes; now: number },
): Promise<void> {
  // again, since a photo may have been deleted meanwhile
  await requireNewPhotos(tx, shopId, photos)
  await setShopPhotoUses(tx, shopId, photos, now)
  // the crops count against the account, too
  for (const [id, bytes] of sizes) await tx.updateTable('photo').set({ bytes }).where('id', '=', id).execute()
}
