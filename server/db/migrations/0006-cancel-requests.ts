import { type Kysely, type Migration, sql } from 'kysely'

/**
 * Turns refund requests on unpaid orders into cancel requests. A request that the owner agreed to waits for an answer again,
 * as the order still has to be cancelled.
 */
export const cancelRequests: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`
      update shop_order
      set after_sale = case after_sale when 'declined' then 'cancel-declined' else 'cancel-asked' end
      where payment_state in ('due', 'pending') and after_sale in ('asked', 'agreed', 'declined')
    `.execute(db)
  },
}
