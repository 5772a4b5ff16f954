import { type Kysely, type Migration, sql } from 'kysely'

/**
 * Adds the indexes by which the rows of an account are found in all shops, those by which the receivers of old orders are found, and that
 * of the refunds of an order.
 */
export const accountIndexes: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema.createIndex('payment_payer').on('payment').column('payer_id').execute()
    await db.schema.createIndex('shop_opener').on('shop').column('opened_by').execute()
    await db.schema.createIndex('help_step_account').on('help_step').column('account_id').execute()
    await db.schema.createIndex('lesson_teacher').on('lesson').column('teacher').execute()
    await db.schema.createIndex('handover_giver').on('handover').column('giver').execute()
    for (const index of partialIndexes) await sql.raw(`create index ${index}`).execute(db)
    await db.schema.createIndex('refund_order').on('refund').columns(['shop_id', 'order_id']).execute()
  },
}

const partialIndexes = [
  'shop_key_request on shop (key_request) where key_request is not null',
  'handover_taker on handover (taken_by) where taken_by is not null',
  'paper_card_asker on paper_card (asked_by) where asked_by is not null',
  'paper_card_user on paper_card (used_by) where used_by is not null',
  `shop_order_receiver on shop_order (shop_id, created_at)
    where state in ('done', 'cancelled') and receiver <> '{"name":"","phone":""}'`,
]
