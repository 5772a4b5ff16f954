import type { Database } from './database'
import { migrate } from './migrate'
import { openSqlite } from './sqlite'

/** Options for PostgreSQL; SQLite ignores them. */
export interface ConnectOptions {
  /** Maximum number of connections. */
  connections?: number
  /** The URL of a read replica. */
  replica?: string | undefined
  /** Called with a message when the replica fails and when it is available again. */
  report?: (message: string) => void
}

/** Returns true for a PostgreSQL URL; anything else is the path of an SQLite file. */
export const isPostgresUrl = (location: string): boolean => /^postgres(ql)?:\/\//.test(location)

/**
 * Opens a PostgreSQL database by URL or an SQLite database by file (`:memory:` for a temporary one) and migrates it.
 * @throws SetupError when the operator has to correct something.
 */
export async function connect(location: string, options: ConnectOptions = {}): Promise<Database> {
  return isPostgresUrl(location) ? connectPostgres(location, options) : migrated(await openSqlite(location))
}

/** Loads the PostgreSQL client on demand, as SQLite does not need it. */
async function connectPostgres(address: string, options: ConnectOptions): Promise<Database> {
  const { openPostgres, withSetupErrors } = await import('./postgres/open')
  return withSetupErrors(address, async () => migrated(await openPostgres(address, options)))
}

async function migrated(db: Database): Promise<Database> {
  try {
    await migrate(db)
    return db
  } catch (error) {
    await db.close()
    throw error
  }
}
