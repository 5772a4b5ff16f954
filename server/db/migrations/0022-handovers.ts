import type { Kysely, Migration } from 'kysely'

/** Adds the help of service centres, codes that pass shops on, and paper cards. */
export const handovers: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema.alterTable('shop').addColumn('waiting_since', 'bigint').execute()
    await createHelps(db)
    await createHelpSteps(db)
    await createHandovers(db)
    await createPaperCards(db)
    await createCodeTries(db)
  },
}

async function createHelps(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('help')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('shop_id', 'text', (column) => column.notNull())
    .addColumn('centre', 'text', (column) => column.notNull())
    .addColumn('helper', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('person', 'text')
    .addColumn('purposes', 'text', (column) => column.notNull())
    .addColumn('opens', 'integer', (column) => column.notNull())
    .addColumn('started_at', 'bigint', (column) => column.notNull())
    .addColumn('expires_at', 'bigint', (column) => column.notNull())
    .addColumn('ended_at', 'bigint')
    .execute()
  await db.schema.createIndex('help_shop').on('help').column('shop_id').execute()
  await db.schema.createIndex('help_helper').on('help').columns(['helper', 'ended_at']).execute()
  await db.schema.createIndex('help_centre').on('help').columns(['centre', 'started_at', 'id']).execute()
}

async function createHelpSteps(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('help_step')
    .addColumn('shop_id', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('help_id', 'text', (column) => column.notNull())
    .addColumn('centre', 'text', (column) => column.notNull())
    .addColumn('account_id', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('action', 'text', (column) => column.notNull())
    .addColumn('about', 'text')
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('done', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('help_step_key', ['shop_id', 'id'])
    .execute()
  await db.schema.createIndex('help_step_at').on('help_step').columns(['shop_id', 'at', 'id']).execute()
}

async function createHandovers(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('handover')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('giver', 'text', (column) => column.notNull())
    .addColumn('shop_id', 'text', (column) => column.notNull())
    .addColumn('parts', 'text')
    .addColumn('digits_hash', 'text', (column) => column.notNull())
    .addColumn('letters_hash', 'text', (column) => column.notNull())
    .addColumn('draw', 'integer', (column) => column.notNull())
    .addColumn('expires_at', 'bigint', (column) => column.notNull())
    .addColumn('ended_at', 'bigint')
    .addColumn('taken_by', 'text')
    .addColumn('taken_at', 'bigint')
    .addColumn('received_at', 'bigint')
    .addColumn('request_hash', 'text', (column) => column.notNull())
    .addColumn('draft', 'text')
    .addColumn('photo_id', 'text')
    .execute()
  await db.schema.createIndex('handover_digits').unique().on('handover').column('digits_hash').execute()
  await db.schema.createIndex('handover_letters').unique().on('handover').column('letters_hash').execute()
  await db.schema.createIndex('handover_shop').on('handover').column('shop_id').execute()
  await db.schema.createIndex('handover_expiry').on('handover').column('expires_at').execute()
}

async function createPaperCards(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('paper_card')
    .addColumn('code_hash', 'text', (column) => column.primaryKey().notNull())
    .addColumn('shop_id', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('pictures_hash', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('tries', 'integer', (column) => column.notNull())
    .addColumn('locked_until', 'bigint')
    .addColumn('asked_by', 'text')
    .addColumn('due_at', 'bigint')
    .addColumn('used_by', 'text')
    .addColumn('ended_at', 'bigint')
    .execute()
  await db.schema.createIndex('paper_card_shop').on('paper_card').column('shop_id').execute()
}

async function createCodeTries(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('code_try')
    .addColumn('scope', 'text', (column) => column.primaryKey().notNull())
    .addColumn('tries', 'integer', (column) => column.notNull())
    .addColumn('ends_at', 'bigint', (column) => column.notNull())
    .execute()
}
