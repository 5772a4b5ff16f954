import { makeId } from '@/domain/id'
import { lookPhotos } from '@/domain/look-photos'
import { lookVoices } from '@/domain/look-voices'
import type { Photo } from '@/domain/photo'
import type { Product } from '@/domain/sku'
import type { Voice } from '@/domain/voice'
import type { Query } from '../../db/database'
import type { AppDependencies } from '../../dependencies'
import { SetupError } from '../../settings'
import { keepLookPhotos } from '../looks/look-photos'
import { keepLookVoices } from '../looks/look-voices'
import { addPhoto, findPhoto } from '../photos/store'
import { addProduct } from '../products/write-product'
import { issueKey, newestKey } from '../shops/issue-key'
import { FIRST_KEY } from '../shops/key'
import { endKeys } from '../shops/owners'
import { newSlug } from '../shops/slug'
import { findShop, insertShop, settingsColumns, shopIdOfSlug } from '../shops/store'
import { addVoice, findVoice } from '../voices/store'
import type { Exported } from './exported'

type ImportParts = Pick<AppDependencies, 'db' | 'secret' | 'clock' | 'random'>

export interface Imported {
  slug: string
  /** The owner's key; there is no owner until somebody uses it. */
  key: string
}

/**
 * Writes an exported shop as it was, with its ids and versions, whole or not at all. Its address stays unless another shop
 * has it. A shop that is here already is a `SetupError`.
 */
export function importShop(deps: ImportParts, exported: Exported): Promise<Imported> {
  return deps.db.withTx(async (tx) => {
    const { shop, look, products } = exported
    if (await findShop(tx, shop.id)) throw new SetupError(`The shop ${shop.name} is here already.`)
    const slug =
      (await shopIdOfSlug(tx, shop.slug)) === undefined ? shop.slug : await newSlug(tx, deps.random)
    // a shop of this id may have been here before: its keys stay ended
    await endKeys(tx, shop.id, deps.clock())
    const before = await newestKey(tx, shop.id)
    const generation = before ? before.generation + 1 : FIRST_KEY
    const accountId = makeId(deps.clock(), deps.random(16))
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
    const photos = [...products.flatMap((product) => product.photos), ...lookPhotos(look)]
    await addPhotos(tx, photos, accountId, deps.clock())
    await addProducts(tx, shop.id, products)
    await keepLookPhotos(tx, shop.id, [look], deps.clock())
    await addVoices(tx, lookVoices(look), accountId, deps.clock())
    await keepLookVoices(tx, shop.id, [look], deps.clock())
    return { slug, key: await issueKey(deps, tx, shop.id, generation) }
  })
}

/** Adds those photos that are not here yet. A photo that is here with another content is a `SetupError`. */
export async function addPhotos(tx: Query, photos: readonly Photo[], accountId: string, now: number) {
  for (const { id, hash } of photos) {
    const known = await findPhoto(tx, id)
    if (known && known.hash !== hash) throw new SetupError(`The photo ${id} is another one here.`)
    if (!known) await addPhoto(tx, { id, accountId, hash, bytes: null, now })
  }
}

/** The same for voices. */
export async function addVoices(tx: Query, voices: readonly Voice[], accountId: string, now: number) {
  for (const { id, hash, ms } of voices) {
    const known = await findVoice(tx, id)
    if (known && known.hash !== hash) throw new SetupError(`The voice ${id} is another one here.`)
    if (!known) await addVoice(tx, { id, accountId, hash, ms, bytes: null, now })
  }
}

/** The products of a new shop, as they were. */
async function addProducts(tx: Query, shopId: string, products: readonly Product[]) {
  for (const [i, { id, version, createdAt, ...product }] of products.entries()) {
    const draft = { ...product, photos: product.photos.map((photo) => photo.id) }
    await addProduct(tx, { shopId, id, at: `/products/${i}` }, draft, {
      editHash: '',
      now: createdAt,
      version,
      photos: product.photos,
    })
  }
}
