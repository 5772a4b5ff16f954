import { EXPORT_FORMAT, EXPORT_KIND } from '@/contract/exports'
import type { Product } from '@/domain/sku'
import type { Query } from '../../db/database'
import { productsPage } from '../products/store'
import { findShop, toLook, toShop } from '../shops/store'
import type { Exported } from './exported'

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
