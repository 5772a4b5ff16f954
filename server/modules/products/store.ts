import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Selectable } from 'kysely'
import type { Page, PageQuery } from '@/contract/shapes'
import type { Photo } from '@/domain/photo'
import type { Product } from '@/domain/product'
import { mapProductTexts } from '@/domain/product-texts'
import type { Sku } from '@/domain/sku'
import type { Query } from '../../db/database'
import { omitNulls, readJson } from '../../db/json'
import { decodeCursor, isAfter, PAGE_SIZE, toPage } from '../../db/pagination'
import type { ProductTable, SkuTable } from '../../db/tables'
import { matchesProduct } from './product-search'

type ProductRow = Selectable<ProductTable>
type SkuRow = Selectable<SkuTable>

const toSku = (row: SkuRow): Sku =>
  omitNulls({ id: row.id, label: row.label, price: row.price, stock: row.stock, weight: row.weight })

function toProduct(row: ProductRow, skus: readonly SkuRow[]): Product {
  return omitNulls({
    id: row.id,
    version: row.version,
    name: row.name,
    unit: row.unit,
    ...mapProductTexts((name) => row[name]),
    photos: readJson<Photo[]>(row.photos),
    skus: skus.filter((sku) => sku.product_id === row.id).map(toSku),
    onSale: row.on_sale === 1,
    createdAt: row.created_at,
  })
}

const skusOf = (db: Query, shopId: string, productIds: string[]): Promise<SkuRow[]> =>
  db
    .selectFrom('sku')
    .selectAll()
    .where('shop_id', '=', shopId)
    .where('product_id', 'in', productIds)
    .orderBy('position')
    .execute()

export function findProductRow(db: Query, shopId: string, id: string): Promise<ProductRow | undefined> {
  return db
    .selectFrom('product')
    .selectAll()
    .where('shop_id', '=', shopId)
    .where('id', '=', id)
    .executeTakeFirst()
}

export async function findProduct(db: Query, shopId: string, id: string): Promise<Product | undefined> {
  const row = await findProductRow(db, shopId, id)
  return row && toProduct(row, await skusOf(db, shopId, [id]))
}

/** The products of these ids that exist, in the shop's order. */
export async function findProducts(db: Query, shopId: string, ids: string[]): Promise<Product[]> {
  const rows = await db
    .selectFrom('product')
    .selectAll()
    .where('shop_id', '=', shopId)
    .where('id', 'in', ids)
    .orderBy('position')
    .orderBy('id')
    .execute()
  const skus = rows.length > 0 ? await skusOf(db, shopId, ids) : []
  return rows.map((row) => toProduct(row, skus))
}

interface ProductsQuery extends PageQuery {
  /** Only products on sale. */
  onSale: boolean
  search?: string
}

/** A page of products in the shop's order. */
export async function productsPage(db: Query, shopId: string, query: ProductsQuery): Promise<Page<Product>> {
  const limit = query.limit ?? PAGE_SIZE
  const after = decodeCursor(query.cursor)
  let select = db.selectFrom('product').selectAll().where('shop_id', '=', shopId)
  if (query.onSale) select = select.where('on_sale', '=', 1)
  if (after) select = select.where(isAfter(after, 'oldest', ['position', 'id']))
  if (query.search !== undefined) {
    const matches = matchesProduct(query.search)
    if (!matches) return { items: [] }
    select = select.where(matches)
  }
  const rows = await select
    .orderBy('position')
    .orderBy('id')
    .limit(limit + 1)
    .execute()
  const ids = rows.slice(0, limit).map((row) => row.id)
  const skus = ids.length > 0 ? await skusOf(db, shopId, ids) : []
  return toPage(
    rows,
    limit,
    ({ position: at, id }) => ({ at, id }),
    (row) => toProduct(row, skus),
  )
}

/** Page size for internal reads, above the size clients can request. */
const BATCH_SIZE = 200

/** All products of a shop, or those after a cursor, in the shop's order. */
export async function allProducts(
  db: Query,
  shopId: string,
  query: Omit<ProductsQuery, 'limit'>,
): Promise<Product[]> {
  const products: Product[] = []
  for (let next = query.cursor; ; ) {
    const page = await productsPage(db, shopId, {
      onSale: query.onSale,
      limit: BATCH_SIZE,
      ...(next === undefined ? {} : { cursor: next }),
    })
    products.push(...page.items)
    if (page.next === undefined) return products
    next = page.next
    // SQLite queries run synchronously, so a large shop would block other requests
    await nextTurn()
  }
}
