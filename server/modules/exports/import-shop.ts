import { makeId } from '@/domain/id'
import { lookPhotos } from '@/domain/look-photos'
import type { Photo } from '@/domain/photo'
import type { Product } from '@/domain/sku'
import type { Query } from '../../db/database'
import type { Parts } from '../../parts'
import { SetupError } from '../../settings'
import { keepLookPhotos } from '../looks/look-photos'
import { addPhoto, findPhoto } from '../photos/store'
import { setPhotoUses } from '../photos/uses'
import { FIRST_KEY, shopKey } from '../shops/key'
import { addKey } from '../shops/owners'
import { newSlug } from '../shops/slug'
import { findShop, insertShop, settingsColumns, shopIdOfSlug } from '../shops/store'
import type { Exported } from './read-export'

type ImportParts = Pick<Parts, 'db' | 'secret' | 'clock' | 'random'>

export interface Imported {
  slug: string
  /** The owner's key; there is no owner until somebody uses it. */
  key: string
}

/**
 * Writes an exported shop as it was, with its ids and versions, whole or not at all. Its address stays unless another shop
 * has it. A shop that is here already is a `SetupError`.
 */
export function importShop(parts: ImportParts, exported: Exported): Promise<Imported> {
  return parts.db.withTx(async (tx) => {
    const { shop, look, products } = exported
    if (await findShop(tx, shop.id)) throw new SetupError(`The shop ${shop.name} is here already.`)
    const slug =
      (await shopIdOfSlug(tx, shop.slug)) === undefined ? shop.slug : await newSlug(tx, parts.random)
    const accountId = makeId(parts.clock(), parts.random(16))
    await tx.insertInto('account').values({ id: accountId, created_at: parts.clock() }).execute()
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
      key_generation: FIRST_KEY,
      key_request: null,
      last_order: 0,
    })
    const photos = [...products.flatMap((product) => product.photos), ...lookPhotos(look)]
    await addPhotos(tx, photos, accountId, parts.clock())
    for (const product of products) await addProduct(tx, shop.id, product, parts.clock())
    await keepLookPhotos(tx, shop.id, [look], parts.clock())
    const key = shopKey(parts.secret, shop.id, FIRST_KEY)
    await addKey(tx, shop.id, FIRST_KEY, key)
    return { slug, key }
  })
}

async function addPhotos(tx: Query, photos: readonly Photo[], accountId: string, now: number) {
  for (const { id, hash } of photos) {
    const known = await findPhoto(tx, id)
    if (known && known.hash !== hash) throw new SetupError(`The photo ${id} is another one here.`)
    if (!known) await addPhoto(tx, { id, accountId, hash, now })
  }
}

async function addProduct(tx: Query, shopId: string, product: Product, now: number) {
  const { id, photos, skus } = product
  await tx
    .insertInto('product')
    .values({
      shop_id: shopId,
      id,
      version: product.version,
      edit_hash: '',
      name: product.name,
      unit: product.unit,
      category: product.category ?? null,
      note: product.note ?? null,
      photos: JSON.stringify(photos),
      on_sale: product.onSale ? 1 : 0,
      created_at: product.createdAt,
    })
    .execute()
  const rows = skus.map((sku, position) => ({
    shop_id: shopId,
    id: sku.id,
    product_id: id,
    position,
    label: sku.label ?? null,
    price: sku.price,
    stock: sku.stock,
    weight: sku.weight ?? null,
  }))
  if (rows.length > 0) await tx.insertInto('sku').values(rows).execute()
  await setPhotoUses(
    tx,
    { shopId, productId: id },
    photos.map((photo) => photo.id),
    now,
  )
}
