import type { Product } from '@/domain/product/product'
import type { Query } from '../../db/database'
import { findProducts } from './store'

/** Shows or hides several products, and returns them as they are now. Products that already are so keep their version. */
export async function setOnSale(
  tx: Query,
  shopId: string,
  productIds: string[],
  onSale: boolean,
): Promise<Product[]> {
  const value = onSale ? 1 : 0
  await tx
    .updateTable('product')
    .set((eb) => ({ on_sale: value, edit_hash: '', version: eb('version', '+', 1) }))
    .where('shop_id', '=', shopId)
    .where('id', 'in', productIds)
    .where('on_sale', '!=', value)
    .execute()
  return findProducts(tx, shopId, productIds)
}
