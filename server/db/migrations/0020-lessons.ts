import type { Kysely, Migration } from 'kysely'

/** Adds the staff of service centres, and the lessons that they give. */
export const lessons: Migration = {
  async up(db: Kysely<unknown>) {
    await createStaff(db)
    await createInvitations(db)
    await createLessons(db)
    await createLearners(db)
    await createScreens(db)
    await createTickets(db)
  },
}

async function createStaff(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('staff')
    .addColumn('centre', 'text', (column) => column.notNull())
    .addColumn('account_id', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('role', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('since', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('staff_key', ['centre', 'account_id'])
    .execute()
  await db.schema.createIndex('staff_account').on('staff').column('account_id').execute()
}

async function createInvitations(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('invitation')
    .addColumn('code_hash', 'text', (column) => column.primaryKey().notNull())
    .addColumn('centre', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('role', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('expires_at', 'bigint', (column) => column.notNull())
    .addColumn('used_by', 'text')
    .execute()
  await db.schema
    .createIndex('invitation_centre')
    .unique()
    .on('invitation')
    .columns(['centre', 'id'])
    .execute()
}

async function createLessons(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('lesson')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('centre', 'text', (column) => column.notNull())
    .addColumn('teacher', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('number', 'text')
    .addColumn('started_at', 'bigint', (column) => column.notNull())
    .addColumn('ended_at', 'bigint')
    .addColumn('paused', 'integer', (column) => column.notNull())
    .addColumn('focus', 'text')
    .addColumn('focus_turn', 'integer', (column) => column.notNull())
    .addColumn('example', 'integer')
    .addColumn('seats', 'integer', (column) => column.notNull())
    .addColumn('last_action', 'text')
    .addColumn('version', 'integer', (column) => column.notNull())
    .execute()
  // lessons that are over have no number, and both engines allow any number of nulls
  await db.schema.createIndex('lesson_number').unique().on('lesson').column('number').execute()
  await db.schema.createIndex('lesson_centre').on('lesson').columns(['centre', 'started_at', 'id']).execute()
}

async function createLearners(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('learner')
    .addColumn('lesson_id', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('account_id', 'text', (column) => column.notNull())
    .addColumn('seat', 'integer', (column) => column.notNull())
    .addColumn('stage', 'text', (column) => column.notNull())
    .addColumn('spent', 'integer', (column) => column.notNull())
    .addColumn('turn', 'integer', (column) => column.notNull())
    .addColumn('joined_at', 'bigint', (column) => column.notNull())
    .addColumn('seen_at', 'bigint', (column) => column.notNull())
    .addColumn('moved_at', 'bigint', (column) => column.notNull())
    .addColumn('hand_at', 'bigint')
    .addColumn('pointer', 'text')
    .addColumn('pointer_turn', 'integer', (column) => column.notNull())
    .addColumn('opened_at', 'bigint')
    .addColumn('opened_shop', 'text')
    .addColumn('left_at', 'bigint')
    .addPrimaryKeyConstraint('learner_key', ['lesson_id', 'id'])
    .execute()
  await db.schema
    .createIndex('learner_account')
    .unique()
    .on('learner')
    .columns(['lesson_id', 'account_id'])
    .execute()
  await db.schema.createIndex('learner_lessons').on('learner').column('account_id').execute()
}

async function createScreens(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('lesson_screen')
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('account_id', 'text', (column) => column.notNull())
    .addColumn('code', 'text')
    .addColumn('expires_at', 'bigint', (column) => column.notNull())
    .addColumn('lesson_id', 'text')
    .addPrimaryKeyConstraint('lesson_screen_key', ['account_id', 'id'])
    .execute()
  await db.schema.createIndex('lesson_screen_code').unique().on('lesson_screen').column('code').execute()
}

async function createTickets(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('socket_ticket')
    .addColumn('hash', 'text', (column) => column.primaryKey().notNull())
    .addColumn('lesson_id', 'text', (column) => column.notNull())
    .addColumn('account_id', 'text', (column) => column.notNull())
    .addColumn('expires_at', 'bigint', (column) => column.notNull())
    .execute()
}
