import { type Kysely, type Migration, sql } from 'kysely'

/**
 * Adds sizes of stored files, counts per network address and day, the last use of a device cookie, blocked shops and the
 * operator log. The size of an existing file is null until a job has measured it.
 */
export const quotas: Migration = {
  async up(db: Kysely<unknown>) {
    for (const medium of ['photo', 'voice']) {
      await db.schema.alterTable(medium).addColumn('bytes', 'bigint').execute()
      await db.schema.createIndex(`${medium}_account`).on(medium).columns(['account_id', 'bytes']).execute()
    }
    // existing devices count as used today
    await db.schema
      .alterTable('identity')
      .addColumn('used_at', 'bigint', (column) => column.notNull().defaultTo(0))
      .execute()
    await sql`update identity set used_at = ${Date.now()}`.execute(db)
    await db.schema
      .createIndex('identity_account_used')
      .on('identity')
      .columns(['account_id', 'used_at'])
      .execute()
    await db.schema
      .createIndex('session_account')
      .on('session')
      .columns(['account_id', 'expires_at'])
      .execute()
    await db.schema.alterTable('shop').addColumn('blocked_at', 'bigint').execute()
    await createAddressDays(db)
    await createOperatorLog(db)
  },
}

const createAddressDays = (db: Kysely<unknown>) =>
  db.schema
    .createTable('address_day')
    .addColumn('address', 'text', (column) => column.notNull())
    .addColumn('day', 'text', (column) => column.notNull())
    .addColumn('shops', 'integer', (column) => column.notNull())
    .addColumn('bytes', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('address_day_pk', ['address', 'day'])
    .execute()

const createOperatorLog = (db: Kysely<unknown>) =>
  db.schema
    .createTable('operator_log')
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('action', 'text', (column) => column.notNull())
    .addColumn('shop_id', 'text', (column) => column.notNull())
    .addColumn('slug', 'text', (column) => column.notNull())
    .addColumn('reason', 'text')
    .addPrimaryKeyConstraint('operator_log_pk', ['id'])
    .execute()
