import { type Kysely, type Migration, sql } from 'kysely'

/**
 * Adds the account that made a paper card. Working cards that are older than the shop's present owners end, because another person made
 * them; a shop that waits for its owner keeps its card.
 */
export const cardMaker: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema.alterTable('paper_card').addColumn('made_by', 'text').execute()
    await sql
      .raw('create index paper_card_maker on paper_card (made_by) where made_by is not null')
      .execute(db)
    await sql
      .raw(`update paper_card set ended_at = created_at
        where ended_at is null
        and exists (select 1 from shop where shop.shop_id = paper_card.shop_id and shop.waiting_since is null)
        and not exists (select 1 from shop_owner
          where shop_owner.shop_id = paper_card.shop_id and shop_owner.since <= paper_card.created_at)`)
      .execute(db)
  },
}
