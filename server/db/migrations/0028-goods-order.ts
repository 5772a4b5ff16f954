import { type Kysely, sql } from 'kysely'
import type { ReportingMigration, ReportRows } from '../migration-progress'
import { updateInBatches } from '../update-in-batches'
import { initialsOf, normalize } from './0024-order-search'

// the text of products as they were written when this migration was added; later changes of it bring their own migration
function searchText(texts: readonly string[]): string {
  return [...new Set([...texts.map(normalize), ...texts.map(initialsOf)])].filter(Boolean).join('\n')
}

/** Writes the text of all products. */
const fillProductSearch = (db: Kysely<unknown>, report: ReportRows): Promise<void> =>
  updateInBatches(
    db,
    {
      ...{ table: 'product', key: ['shop_id', 'id'], reads: ['name', 'category'] },
      ...{ column: 'search', type: 'text' },
      compute: ({ name, category }) => searchText([String(name), String(category ?? '')]),
    },
    report,
  )

/**
 * Adds the seller's order of products and categories, and the text by which products are found. Products begin in the order of
 * their creation, with its time as their position, so that cursors of earlier versions stay valid.
 */
export const goodsOrder: ReportingMigration = {
  async up(db: Kysely<unknown>, report) {
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
    await fillProductSearch(db, report)
  },
}
