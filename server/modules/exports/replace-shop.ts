import { createId } from '@/domain/id'
import { lookVoices } from '@/domain/look/look-voices'
import type { Product } from '@/domain/product/product'
import type { Query } from '../../db/database'
import type { AppDependencies } from '../../dependencies'
import { SetupError } from '../../setup-error'
import { replaceLook } from '../looks/replace-look'
import { orderProducts } from '../products/place-product'
import { addProduct, changeProduct } from '../products/write-product'
import { setShopPhotoUses } from '../settings/shop-photos'
import { countShopChange } from '../shops/shop-lock'
import { mustFindShop, settingsColumns } from '../shops/store'
import { type Differences, findDifferences, isSameProduct } from './differences'
import { type ExportedShop, listPhotos } from './exported-shop'
import { addPhotos, addVoices } from './import-shop'
import { readExport } from './read-export'

type ReplaceDependencies = Pick<AppDependencies, 'db' | 'clock' | 'random'>

/**
 * Updates settings, look and products of a shop from an export in one transaction. Versions increase, so open editors get a
 * conflict. Stock, orders, owners and keys stay; products that the export lacks are taken off sale.
 */
export const replaceShop = (
  { db, clock, random }: ReplaceDependencies,
  file: ExportedShop,
): Promise<Differences> =>
  db.withTx(async (tx) => {
    const current = (await countShopChange(tx, file.shop.id)) && (await readExport(tx, file.shop.id))
    if (!current) throw new SetupError(`The shop ${file.shop.name} is not here any more.`)
    const differences = findDifferences(current, file)
    const now = clock()
    const { opened_by: accountId, version } = await mustFindShop(tx, current.shop.id)
    await addPhotos(tx, listPhotos(file), accountId, now)
    await addVoices(tx, lookVoices(file.look), accountId, now)
    if (differences.settings.length > 0) {
      // without them the file says that there are none
      const settings = {
        ...{ wechatId: '', deliveryArea: '' },
        ...file.shop,
        deliverySlots: file.shop.deliverySlots ?? {},
        ...{ logo: file.shop.logo ?? null, banner: file.shop.banner ?? null },
      }
      await setShopPhotoUses(tx, current.shop.id, settings, now)
      await tx
        .updateTable('shop')
        .set({
          trade: file.shop.trade,
          ...settingsColumns(settings),
          ...{ version: version + 1, edit_hash: '' },
        })
        .where('shop_id', '=', current.shop.id)
        .execute()
    }
    await tx.updateTable('shop').set({ texts_recorded: 0 }).where('shop_id', '=', current.shop.id).execute()
    if (differences.look) {
      const id = createId(now, random(16))
      await replaceLook(tx, current.shop.id, file.look, { id, now })
    }
    await replaceProducts(tx, current, file, now)
    return differences
  })

async function replaceProducts(tx: Query, current: ExportedShop, file: ExportedShop, now: number) {
  const shopId = current.shop.id
  const currentById = new Map(current.products.map((product) => [product.id, product]))
  const fileIds = new Set(file.products.map(({ id }) => id))
  for (const { id, onSale } of current.products)
    if (onSale && !fileIds.has(id)) await takeOffSale(tx, shopId, id)
  for (const [i, product] of file.products.entries()) {
    const known = currentById.get(product.id)
    if (known && isSameProduct(known, product)) continue
    await writeProduct(tx, { shopId, id: product.id, at: `/products/${i}` }, product, { known, now })
  }
  await orderProducts(tx, shopId, [...fileIds])
}

const takeOffSale = (tx: Query, shopId: string, id: string) =>
  tx
    .updateTable('product')
    .set((eb) => ({ on_sale: 0, edit_hash: '', version: eb('version', '+', 1) }))
    .where('shop_id', '=', shopId)
    .where('id', '=', id)
    .execute()

type Target = Parameters<typeof addProduct>[1]

/** Updates or inserts a product. An existing sku keeps its stock; a new one gets the stock of the export. */
async function writeProduct(
  tx: Query,
  target: Target,
  { id, version, createdAt, ...product }: Product,
  { known, now }: { known: Product | undefined; now: number },
) {
  const input = { ...product, photos: product.photos.map((photo) => photo.id) }
  if (!known) return addProduct(tx, target, input, { editHash: '', now: createdAt, version })
  const current = async () => known
  return changeProduct(tx, target, input, { editHash: '', version: known.version, now, current })
}
