import type { Static } from '@sinclair/typebox'
import { EXPORT_FORMAT, EXPORT_KIND, type ShopExport } from '@/contract/exports'
import { lookPhotos } from '@/domain/look-photos'
import type { Product } from '@/domain/sku'
import type { Query } from '../../db/database'
import { productsPage } from '../products/store'
import { findShop, toLook, toShop } from '../shops/store'

export type Exported = Static<typeof ShopExport>

/** More on a page than anybody is sent at once: nobody waits for it but this. */
const AT_ONCE = 200

async function everyProduct(db: Query, shopId: string): Promise<Product[]> {
  const products: Product[] = []
  for (let cursor: string | undefined; ; ) {
    const page = await productsPage(db, shopId, {
      onSale: false,
      limit: AT_ONCE,
      ...(cursor === undefined ? {} : { cursor }),
    })
    products.push(...page.items)
    if (page.next === undefined) return products
    cursor = page.next
  }
}

/** A shop as its owner takes it along; `undefined` when there is none. */
export async function readExport(db: Query, shopId: string): Promise<Exported | undefined> {
  const row = await findShop(db, shopId)
  if (!row) return undefined
  return {
    kind: EXPORT_KIND,
    format: EXPORT_FORMAT,
    shop: toShop(row),
    look: toLook(row),
    products: await everyProduct(db, shopId),
  }
}

/** What buyers see of it. */
export const shownOf = ({ shop, look, products }: Exported) => ({
  shop,
  look,
  products: products.filter(({ onSale }) => onSale),
})

/** What the photos of an export are called by, each once, in one order. */
export function photoHashes({ look, products }: Exported): string[] {
  const photos = [...products.flatMap((product) => product.photos), ...lookPhotos(look)]
  return [...new Set(photos.map(({ hash }) => hash))].sort()
}
