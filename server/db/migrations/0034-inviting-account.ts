import type { Kysely, Migration } from 'kysely'

/** Adds the account that issued an invitation. Earlier invitations have none and expire within a week. */
export const invitingAccount: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema.alterTable('invitation').addColumn('invited_by', 'text').execute()
  },
}
