import type { Kysely, Migration } from 'kysely'

/**
 * Adds the lock of a lesson and when a learner was removed, what codes by text message have cost, and the number of codes of an
 * address.
 */
export const limits: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .alterTable('lesson')
      .addColumn('locked', 'integer', (column) => column.notNull().defaultTo(0))
      .execute()
    await db.schema.alterTable('learner').addColumn('removed_at', 'bigint').execute()
    for (const name of ['codes', 'codes_of_day'])
      await db.schema
        .alterTable('sms_month')
        .addColumn(name, 'integer', (column) => column.notNull().defaultTo(0))
        .execute()
    await db.schema.alterTable('sms_month').addColumn('codes_day', 'text').execute()
    await db.schema
      .alterTable('address_day')
      .addColumn('codes', 'integer', (column) => column.notNull().defaultTo(0))
      .execute()
  },
}
