import { type Kysely, type Migration, sql } from 'kysely'
import { initialsOf, normalize } from './0024-order-search'

/** The columns of products that this migration reads and writes. */
interface Products {
  product: { shop_id: string; id: string; name: string; category: string | null; search: string }
}

/** Products that are changed between two reads. */
const BATCH_SIZE = 500

// the text of products as they were written when this migration was added; later changes of it bring their own migration
function searchText(texts: readonly string[]): string {
  return [...new Set([...texts.map(normalize), ...texts.map(initialsOf)])].filter(Boolean).join('\n')
}

/** Writes the text of all products, in the order of their keys. */
async function fillProductSearch(db: Kysely<Products>): Promise<void> {
  let last = { shop_id: '', id: '' }
  for (;;) {
    const { shop_id: shopId, id: productId } = last
    const rows = await db
      .selectFrom('product')
      .select(['shop_id', 'id', 'name', 'category'])
      .where((eb) =>
        eb.or([eb('shop_id', '>', shopId), eb.and([eb('shop_id', '=', shopId), eb('id', '>', productId)])]),
      )
      .orderBy('shop_id')
      .orderBy('id')
      .limit(BATCH_SIZE)
      .execute()
    for (const { shop_id, id, name, category } of rows)
      await db
        .updateTable('product')
        .set({ search: searchText([name, category ?? '']) })
        .where('shop_id', '=', shop_id)
        .where('id', '=', id)
        .execute()
    const next = rows.at(-1)
    if (!next) return
    last = next
  }
}

/**
 * Adds the seller's order of products and categories, and the text by which products are found. Products begin in the order of
 * their creation, with its time as their position, so that cursors of earlier versions stay valid.
 */
export const goodsOrder: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema.alterTable('shop').addColumn('categories', 'text').execute()
    await db.schema
      .alterTable('product')
      .addColumn('position', 'bigint', (column) => column.notNull().defaultTo(0))
      .execute()
    await db.schema
      .alterTable('product')
      .addColumn('search', 'text', (column) => column.notNull().defaultTo(''))
      .execute()
    await sql`update product set position = created_at`.execute(db)
    await db.schema.dropIndex('product_oldest').execute()
    await db.schema
      .createIndex('product_order')
      .on('product')
      .columns(['shop_id', 'position', 'id'])
      .execute()
    await fillProductSearch(db as Kysely<Products>)
  },
}
