import type { Static } from '@sinclair/typebox'
import type { ProductInput as InputShape } from '@/contract/product/products'
import type { Photo } from '@/domain/photo'
import { mapProductTexts } from '@/domain/product/product-texts'
import type { Sku } from '@/domain/product/sku'
import { ApiError, badInput } from '../../api-error'
import type { Query } from '../../db/database'
import { readJson } from '../../db/json'
import { withColumnNames } from '../../db/snake-case'
import type { SkuTable } from '../../db/tables'
import { findUsableMedia } from '../media/find-usable-media'
import { setPhotoUses } from '../photos/uses'
import { newPosition } from './place-product'
import { productSearchText } from './product-search'
import { findProductRow } from './store'

type ProductInput = Static<typeof InputShape>

/** The product that an input is written to. `at` is the JSON pointer of the input in its request. */
interface Target {
  shopId: string
  id: string
  at: string
}

/** Resolves the photos of an input: those the shop may use, or those the product has already. */
async function photosOf(
  tx: Query,
  { shopId, at }: Target,
  input: ProductInput,
  existing: readonly Photo[],
): Promise<Photo[]> {
  if (input.photos.length === 0) return []
  const usable = await findUsableMedia(tx, 'photo', shopId, input.photos)
  const known = new Map([...existing, ...usable.values()].map((photo) => [photo.id, photo.hash]))
  // all unknown photos are reported at once, so that a client can upload all of them again
  const unknown = input.photos.flatMap((id, i) =>
    known.has(id) ? [] : [{ path: `${at}/photos/${i}`, message: 'is not a photo that was uploaded' }],
  )
  if (unknown.length > 0) throw new ApiError('bad-input', { fields: unknown })
  return input.photos.map((id) => ({ id, hash: known.get(id) ?? '' }))
}

function rejectDuplicateSkus(skus: readonly Sku[], at: string) {
  skus.forEach((sku, i) => {
    if (skus.findIndex((other) => other.id === sku.id) < i)
      throw badInput(`${at}/skus/${i}/id`, 'is used twice')
  })
}

/** Writes the skus of an input: new ones with their stock, existing ones without it. Skus that are not listed are deleted. */
async function writeSkus(tx: Query, { shopId, id, at }: Target, skus: readonly Sku[]): Promise<void> {
  const ids = skus.map((sku) => sku.id)
  await tx
    .deleteFrom('sku')
    .where('shop_id', '=', shopId)
    .where('product_id', '=', id)
    .where('id', 'not in', ids)
    .execute()
  const known = await tx
    .selectFrom('sku')
    .select(['id', 'product_id'])
    .where('shop_id', '=', shopId)
    .where('id', 'in', ids)
    .execute()
  for (const [position, sku] of skus.entries()) {
    const owner = known.find((row) => row.id === sku.id)?.product_id
    if (owner !== undefined && owner !== id)
      throw badInput(`${at}/skus/${position}/id`, 'belongs to another product')
    const facts = { position, label: sku.label ?? null, price: sku.price, weight: sku.weight ?? null }
    await (owner === undefined ? addSku(tx, shopId, id, sku, facts) : changeSku(tx, shopId, sku.id, facts))
  }
}

type SkuFields = Pick<SkuTable, 'position' | 'label' | 'price' | 'weight'>

const addSku = (tx: Query, shopId: string, productId: string, sku: Sku, facts: SkuFields) =>
  tx
    .insertInto('sku')
    .values({ shop_id: shopId, id: sku.id, product_id: productId, stock: sku.stock, ...facts })
    .execute()

const changeSku = (tx: Query, shopId: string, skuId: string, facts: SkuFields) =>
  tx.updateTable('sku').set(facts).where('shop_id', '=', shopId).where('id', '=', skuId).execute()

const columnsOf = (input: ProductInput, photos: readonly Photo[], editHash: string) => ({
  edit_hash: editHash,
  name: input.name,
  unit: input.unit,
  ...withColumnNames(mapProductTexts((name) => input[name] ?? null)),
  photos: JSON.stringify(photos),
  on_sale: input.onSale ? 1 : 0,
  search: productSearchText(input),
})

/** Inserts a product behind the others. `version` and `photos` are given for an imported product. */
export async function addProduct(
  tx: Query,
  target: Target,
  input: ProductInput,
  facts: { editHash: string; now: number; version?: number; photos?: readonly Photo[] },
): Promise<void> {
  const { shopId, id, at } = target
  rejectDuplicateSkus(input.skus, at)
  const photos = await photosOf(tx, target, input, facts.photos ?? [])
  await tx
    .insertInto('product')
    .values({
      shop_id: shopId,
      id,
      version: facts.version ?? 1,
      created_at: facts.now,
      position: await newPosition(tx, shopId, facts.now),
      ...columnsOf(input, photos, facts.editHash),
    })
    .execute()
  await setPhotoUses(tx, { shopId, productId: id }, input.photos, facts.now)
  await writeSkus(tx, target, input.skus)
}

/**
 * Updates a product that is at `version`. An edit of an older version is `version-conflict`, unless it repeats the last
 * edit.
 */
export async function changeProduct(
  tx: Query,
  target: Target,
  input: ProductInput,
  facts: { editHash: string; version: number; now: number; current: () => Promise<unknown> },
): Promise<void> {
  const { shopId, id, at } = target
  rejectDuplicateSkus(input.skus, at)
  const row = await findProductRow(tx, shopId, id)
  if (!row) throw new ApiError('not-found')
  if (row.edit_hash === facts.editHash && row.version === facts.version + 1) return
  if (row.version !== facts.version)
    throw new ApiError('version-conflict', { current: await facts.current() })
  const photos = await photosOf(tx, target, input, readJson<Photo[]>(row.photos))
  await tx
    .updateTable('product')
    .set({ version: facts.version + 1, ...columnsOf(input, photos, facts.editHash) })
    .where('shop_id', '=', shopId)
    .where('id', '=', id)
    .where('version', '=', facts.version)
    .execute()
  await setPhotoUses(tx, { shopId, productId: id }, input.photos, facts.now)
  await writeSkus(tx, target, input.skus)
}

/** Deletes a product and its skus. Orders have their own copy of what was bought. */
export async function removeProduct(tx: Query, shopId: string, productId: string, now: number) {
  await setPhotoUses(tx, { shopId, productId }, [], now)
  await tx.deleteFrom('sku').where('shop_id', '=', shopId).where('product_id', '=', productId).execute()
  await tx.deleteFrom('product').where('shop_id', '=', shopId).where('id', '=', productId).execute()
}
