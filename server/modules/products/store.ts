import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Selectable } from 'kysely'
import type { Photo } from '@/domain/photo'
import type { Product, Sku } from '@/domain/sku'
import type { Query } from '../../db/database'
import { present, readJson } from '../../db/json'
import { isAfter, PAGE, pageOf, readCursor } from '../../db/pagination'
import type { ProductTable, SkuTable } from '../../db/tables'

type ProductRow = Selectable<ProductTable>
type SkuRow = Selectable<SkuTable>

const toSku = (row: SkuRow): Sku =>
  present({ id: row.id, label: row.label, price: row.price, stock: row.stock, weight: row.weight })

function toProduct(row: ProductRow, skus: readonly SkuRow[]): Product {
  return present({
    id: row.id,
    version: row.version,
    name: row.name,
    unit: row.unit,
    category: row.category,
    note: row.note,
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

interface ProductsAsked {
  /** Only those on sale. */
  onSale: boolean
  limit?: number
  cursor?: string
}

/** Products in the order they were made, a page at a time. */
export async function productsPage(
  db: Query,
  shopId: string,
  asked: ProductsAsked,
): Promise<{ items: Product[]; next?: string }> {
  const limit = asked.limit ?? PAGE
  const after = readCursor(asked.cursor)
  let select = db.selectFrom('product').selectAll().where('shop_id', '=', shopId)
  if (asked.onSale) select = select.where('on_sale', '=', 1)
  if (after) select = select.where(isAfter(after, 'oldest', ['created_at', 'id']))
  const rows = await select
    .orderBy('created_at')
    .orderBy('id')
    .limit(limit + 1)
    .execute()
  const ids = rows.slice(0, limit).map((row) => row.id)
  const skus = ids.length > 0 ? await skusOf(db, shopId, ids) : []
  return pageOf(
    rows,
    limit,
    ({ created_at: at, id }) => ({ at, id }),
    (row) => toProduct(row, skus),
  )
}

/** More on a page than anybody is sent at once. */
const AT_ONCE = 200

/** All products of a shop, or those after a cursor, in the order they were made: for what nobody waits for page by page. */
export async function everyProduct(
  db: Query,
  shopId: string,
  asked: Omit<ProductsAsked, 'limit'>,
): Promise<Product[]> {
  const products: Product[] = []
  for (let next = asked.cursor; ; ) {
    const page = await productsPage(db, shopId, {
      onSale: asked.onSale,
      limit: AT_ONCE,
      ...(next === undefined ? {} : { cursor: next }),
    })
    products.push(...page.items)
    if (page.next === undefined) return products
    next = page.next
    // SQLite answers at once, so a large shop would keep everybody else waiting
    await nextTurn()
  }
}
