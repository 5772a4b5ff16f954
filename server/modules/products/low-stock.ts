import { type Expression, expressionBuilder, type SqlBool, sql } from 'kysely'
import { LOW_STOCK } from '@/domain/product/sku'
import type { Tables } from '../../db/tables'

/** The condition of a stock that is not above the line of its shop; the query joins `sku` and `shop`. */
export function isLowStock(): Expression<SqlBool> {
  const eb = expressionBuilder<Tables, 'sku' | 'shop'>()
  return eb('sku.stock', '<=', eb.fn.coalesce('shop.low_stock', sql.lit(LOW_STOCK)))
}
