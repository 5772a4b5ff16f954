import type { MigrationProvider } from 'kysely'
import { first } from './0001-first'

/** Every change of the schema, in order of name. They live in code, so that the bundle carries them. */
export const migrations: MigrationProvider = {
  getMigrations: async () => ({ '0001-first': first }),
}
