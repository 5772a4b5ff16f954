import { EXPORT_FORMAT, EXPORT_KIND } from '@/contract/shop/exports'
import type { Query } from '../../db/database'
import { allProducts } from '../products/store'
import { findShop, toLook, toManagedShop } from '../shops/store'
import type { ExportedShop } from './exported-shop'

/** Reads a shop in its export form; `undefined` when it does not exist. */
export async function readExport(db: Query, shopId: string): Promise<ExportedShop | undefined> {
  const row = await findShop(db, shopId)
  if (!row) return undefined
  // who imports a closed shop opens it again
  const { closedAt: _, ...shop } = toManagedShop(row)
  return {
    kind: EXPORT_KIND,
    format: EXPORT_FORMAT,
    shop,
    look: toLook(row),
    products: await allProducts(db, shopId, { onSale: false }),
  }
}
