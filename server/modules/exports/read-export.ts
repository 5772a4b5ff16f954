import { EXPORT_FORMAT, EXPORT_KIND } from '@/contract/exports'
import type { Query } from '../../db/database'
import { everyProduct } from '../products/store'
import { findShop, toLook, toOwnShop } from '../shops/store'
import type { Exported } from './exported'

/** A shop as its owner takes it along; `undefined` when there is none. */
export async function readExport(db: Query, shopId: string): Promise<Exported | undefined> {
  const row = await findShop(db, shopId)
  if (!row) return undefined
  return {
    kind: EXPORT_KIND,
    format: EXPORT_FORMAT,
    shop: toOwnShop(row),
    look: toLook(row),
    products: await everyProduct(db, shopId, { onSale: false }),
  }
}
