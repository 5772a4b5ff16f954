import type { Kysely, Migration } from 'kysely'
import type { OrderLine } from '@/domain/order'
import type { Receiver } from '@/domain/receiver'
import { orderSearchText } from '../../modules/orders/order-search'

/** The columns of orders that this migration reads and writes. */
interface Orders {
  shop_order: { shop_id: string; id: string; lines: string; receiver: string; search: string }
}

/** Orders that are changed between two reads. */
const BATCH_SIZE = 500

/** Adds the text by which orders are found. */
export const orderSearch: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .alterTable('shop_order')
      .addColumn('search', 'text', (column) => column.notNull().defaultTo(''))
      .execute()
    const orders = db as Kysely<Orders>
    for (;;) {
      const rows = await orders
        .selectFrom('shop_order')
        .select(['shop_id', 'id', 'lines', 'receiver'])
        .where('search', '=', '')
        .limit(BATCH_SIZE)
        .execute()
      if (rows.length === 0) return
      for (const { shop_id, id, lines, receiver } of rows)
        await orders
          .updateTable('shop_order')
          .set({
            search: orderSearchText(JSON.parse(receiver) as Receiver, JSON.parse(lines) as OrderLine[]),
          })
          .where('shop_id', '=', shop_id)
          .where('id', '=', id)
          .execute()
    }
  },
}
