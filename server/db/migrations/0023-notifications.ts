import type { Kysely, Migration } from 'kysely'

/** Adds the channels by which messages reach people, and the messages. */
export const notifications: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('channel')
      .addColumn('account_id', 'text', (column) => column.notNull())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('address', 'text', (column) => column.notNull())
      .addColumn('details', 'text', (column) => column.notNull())
      .addColumn('permits', 'integer')
      .addColumn('last_request', 'text')
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('channel_key', ['account_id', 'kind', 'address'])
      .execute()
    await createMessages(db)
    await db.schema
      .createTable('quiet_hours')
      .addColumn('account_id', 'text', (column) => column.primaryKey().notNull())
      .addColumn('starts', 'integer', (column) => column.notNull())
      .addColumn('ends', 'integer', (column) => column.notNull())
      .execute()
  },
}

async function createMessages(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('message')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('account_id', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('address', 'text', (column) => column.notNull())
    .addColumn('event', 'text', (column) => column.notNull())
    .addColumn('shop_id', 'text')
    .addColumn('subject_id', 'text')
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('expires_at', 'bigint', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('sending', 'text')
    .addColumn('attempts', 'integer', (column) => column.notNull())
    .addColumn('ended_at', 'bigint')
    .execute()
  await db.schema
    .createIndex('message_channel')
    .on('message')
    .columns(['account_id', 'kind', 'address', 'event'])
    .execute()
  await db.schema.createIndex('message_expiry').on('message').column('expires_at').execute()
}
