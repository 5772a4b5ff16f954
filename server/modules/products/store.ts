import { setImmediate as nextTurn } from 'node:timers/promises'
import type { ExpressionBuilder, Selectable } from 'kysely'
import type { Page, PageQuery } from '@/contract/shapes'
import type { Photo } from '@/domain/photo'
import type { Product } from '@/domain/product/product'
import { mapProductTexts } from '@/domain/product/product-texts'
import type { Sku } from '@/domain/product/sku'
import { normalizeSearch } from '@/domain/search'
import type { Query } from '../../db/database'
import { omitNulls, readJson } from '../../db/json'
import { decodeCursor, isAfter, PAGE_SIZE, toPage } from '../../db/pagination'
import { prepareQuery } from '../../db/prepare-query'
import { snakeCase } from '../../db/snake-case'
import type { ProductTable, SkuTable, Tables } from '../../db/tables'
import { likePattern } from '../../search-text'
import { isLowStock } from './low-stock'

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
    ...mapProductTexts((name) => row[snakeCase(name)]),
    photos: readJson<Photo[]>(row.photos),
    skus: skus.filter((sku) => sku.product_id === row.id).map(toSku),
    onSale: row.on_sale === 1,
    createdAt: row.created_at,
  })
}

const skusOf = (db: Query, shopId: string, productIds: string[]): Promise<SkuRow[]> =>
  skusOfProducts(db, { shopId, productIds })

const skusOfProducts = prepareQuery((db, given: { shopId: string; productIds: string[] }) =>
  db
    .selectFrom('sku')
    .selectAll()
    .where('shop_id', '=', given.shopId)
    .where('product_id', 'in', given.productIds)
    .orderBy('position'),
)

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
  onSale: boolean
  search?: string
  /** Only products on sale of which a sku is nearly sold out. */
  isLow?: boolean
}

/**
 * Which products are read: those after a place in the shop's order, on sale, whose search text is like the pattern, or with a sku that is
 * nearly sold out.
 */
interface ProductRows {
  shopId: string
  rows: number
  afterAt: number | undefined
  afterId: string | undefined
  onSale: 1 | undefined
  pattern: string | undefined
  isLow: 1 | undefined
}

/** Products of which the stock of a sku is not above the line of the shop. */
const hasLowStock = ({ exists, selectFrom }: ExpressionBuilder<Tables, 'product'>) =>
  exists(
    selectFrom('sku')
      .innerJoin('shop', 'shop.shop_id', 'sku.shop_id')
      .select('sku.id')
      .whereRef('sku.shop_id', '=', 'product.shop_id')
      .whereRef('sku.product_id', '=', 'product.id')
      .where(isLowStock()),
  )

const productRows = prepareQuery((db, given: ProductRows) => {
  const { shopId, rows, afterAt, afterId, onSale, pattern, isLow } = given
  let select = db.selectFrom('product').selectAll().where('shop_id', '=', shopId)
  if (onSale !== undefined) select = select.where('on_sale', '=', onSale)
  if (afterAt !== undefined && afterId !== undefined)
    select = select.where(isAfter({ at: afterAt, id: afterId }, 'oldest', ['position', 'id']))
  if (pattern !== undefined) select = select.where('search', 'like', pattern)
  if (isLow !== undefined) select = select.where(hasLowStock)
  return select.orderBy('position').orderBy('id').limit(rows)
})

export async function productsPage(db: Query, shopId: string, query: ProductsQuery): Promise<Page<Product>> {
  const limit = query.limit ?? PAGE_SIZE
  const after = decodeCursor(query.cursor)
  const wanted = query.search === undefined ? undefined : normalizeSearch(query.search)
  // a text without a letter or digit is contained in no product
  if (wanted === '') return { items: [] }
  const rows = await productRows(db, {
    ...{ shopId, rows: limit + 1, afterAt: after?.at, afterId: after?.id },
    onSale: query.onSale || query.isLow ? 1 : undefined,
    pattern: wanted === undefined ? undefined : likePattern(wanted),
    isLow: query.isLow ? 1 : undefined,
  })
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
