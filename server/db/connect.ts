import type { Database } from './database'
import { isMigrationPending, migrate } from './migrate'
import type { MigrationWatch } from './migration-progress'
import { openSqlite } from './sqlite'

export interface ConnectOptions {
  watch?: MigrationWatch | undefined
}

/** Options for PostgreSQL; SQLite ignores them. */
export interface PostgresOptions {
  connections?: number
  replica?: string | undefined
  /** Called with a message when the replica fails and when it is available again. */
  report?: (message: string) => void
  /** True for migrations: statements may take any time. */
  isUnlimited?: boolean
}

/** Returns true for a PostgreSQL URL; anything else is the path of an SQLite file. */
export const isPostgresUrl = (location: string): boolean => /^postgres(ql)?:\/\//.test(location)

/**
 * Opens a PostgreSQL database by URL or an SQLite database by file (`:memory:` for a temporary one) and migrates it.
 * @throws SetupError when the operator has to correct something.
 */
export async function connect(
  location: string,
  { watch, ...options }: ConnectOptions & PostgresOptions = {},
): Promise<Database> {
  if (isPostgresUrl(location)) return connectPostgres(location, options, watch)
  const db = await openSqlite(location)
  return migrated(db, () => migrate(db, watch))
}

/** Loads the PostgreSQL client on demand, as SQLite does not need it. */
async function connectPostgres(
  address: string,
  options: PostgresOptions,
  watch: MigrationWatch | undefined,
): Promise<Database> {
  const { openPostgres, withSetupErrors } = await import('./postgres/open')
  return withSetupErrors(address, async () =>
    migrated(await openPostgres(address, options), async () => {
      const unlimited = await openPostgres(address, { connections: 1, isUnlimited: true })
      await migrate(unlimited, watch).finally(unlimited.close)
    }),
  )
}

async function migrated(db: Database, migrateIt: () => Promise<void>): Promise<Database> {
  try {
    if (await isMigrationPending(db)) await migrateIt()
    return db
  } catch (error) {
    await db.close()
    throw error
  }
}
