import { createId } from '@/domain/id'
import { lookVoices } from '@/domain/look/look-voices'
import type { Photo } from '@/domain/photo'
import type { Product } from '@/domain/product/product'
import type { Voice } from '@/domain/voice'
import type { Query } from '../../db/database'
import type { AppDependencies } from '../../dependencies'
import { SetupError } from '../../setup-error'
import { addFileContent } from '../content/store'
import { setLookPhotos } from '../looks/look-photos'
import { setLookVoices } from '../looks/look-voices'
import { addPhoto, findPhoto } from '../photos/store'
import { addProduct } from '../products/write-product'
import { setShopPhotoUses } from '../settings/shop-photos'
import { endKeys, issueKey, newestKey } from '../shops/issue-key'
import { FIRST_KEY } from '../shops/key'
import { createSlug } from '../shops/slug'
import { findShop, insertShop, settingsColumns, shopIdOfSlug } from '../shops/store'
import { addVoice, findVoice } from '../voices/store'
import { type ExportedShop, listPhotos } from './exported-shop'

type ImportDependencies = Pick<AppDependencies, 'db' | 'secret' | 'clock' | 'random'>

export interface ImportedShop {
  slug: string
  /** The owner's key. The shop has no owner until the key is used. */
  key: string
}

/**
 * Inserts an exported shop with its ids and versions in one transaction. The slug stays unless another shop has it.
 * @throws SetupError when the shop already exists.
 */
export function importShop(deps: ImportDependencies, exported: ExportedShop): Promise<ImportedShop> {
  return deps.db.withTx(async (tx) => {
    const { shop, look, products } = exported
    if (await findShop(tx, shop.id)) throw new SetupError(`The shop ${shop.name} is here already.`)
    const slug =
      (await shopIdOfSlug(tx, shop.slug)) === undefined ? shop.slug : await createSlug(tx, deps.random)
    // an earlier shop of this id may have had keys: they stay ended
    await endKeys(tx, shop.id, deps.clock())
    const before = await newestKey(tx, shop.id)
    const generation = before ? before.generation + 1 : FIRST_KEY
    const accountId = createId(deps.clock(), deps.random(16))
    await tx.insertInto('account').values({ id: accountId, created_at: deps.clock() }).execute()
    await insertShop(tx, {
      shop_id: shop.id,
      slug,
      trade: shop.trade,
      version: shop.version,
      edit_hash: '',
      ...settingsColumns(shop),
      look: JSON.stringify(look),
      look_version: look.version,
      look_edit_hash: '',
      opened_by: accountId,
      opened_at: shop.openedAt,
      request_hash: '',
      key_generation: generation,
      key_request: null,
      last_order: 0,
    })
    await addPhotos(tx, listPhotos(exported), accountId, deps.clock())
    await addProducts(tx, shop.id, products)
    await setLookPhotos(tx, shop.id, [look], deps.clock())
    await setShopPhotoUses(tx, shop.id, shop, deps.clock())
    await addVoices(tx, lookVoices(look), accountId, deps.clock())
    await setLookVoices(tx, shop.id, [look], deps.clock())
    return { slug, key: await issueKey(deps, tx, shop.id, generation) }
  })
}

/** Inserts the photos that do not exist yet, and has them checked. An existing photo with another hash is a `SetupError`. */
export async function addPhotos(tx: Query, photos: readonly Photo[], accountId: string, now: number) {
  for (const { id, hash } of photos) {
    const known = await findPhoto(tx, id)
    if (known && known.hash !== hash) throw new SetupError(`The photo ${id} is another one here.`)
    if (known) continue
    await addPhoto(tx, { id, accountId, hash, bytes: null, now })
    await addFileContent(tx, 'photo', { hash, accountId, now })
  }
}

/** Inserts the voices that do not exist yet, and has them checked. An existing voice with another hash is a `SetupError`. */
export async function addVoices(tx: Query, voices: readonly Voice[], accountId: string, now: number) {
  for (const { id, hash, ms } of voices) {
    const known = await findVoice(tx, id)
    if (known && known.hash !== hash) throw new SetupError(`The voice ${id} is another one here.`)
    if (known) continue
    await addVoice(tx, { id, accountId, hash, ms, bytes: null, now })
    await addFileContent(tx, 'voice', { hash, accountId, now })
  }
}

/** Inserts the products with their ids, versions and creation times. */
async function addProducts(tx: Query, shopId: string, products: readonly Product[]) {
  for (const [i, { id, version, createdAt, ...product }] of products.entries()) {
    const input = { ...product, photos: product.photos.map((photo) => photo.id) }
    await addProduct(tx, { shopId, id, at: `/products/${i}` }, input, {
      editHash: '',
      now: createdAt,
      version,
      photos: product.photos,
    })
  }
}
