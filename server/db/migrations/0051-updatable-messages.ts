import type { Kysely, Migration } from 'kysely'

/** Adds the updatable message of a group buy, which keeps its cards in chats current. */
export const updatableMessages: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema.alterTable('group_buy').addColumn('updatable_message', 'text').execute()
  },
}
