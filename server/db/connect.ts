import type { Database } from './database'
import { migrate } from './migrate'
import { openSqlite } from './sqlite'

/** How a database is spoken to; the defaults are for a server of its own. */
export interface Speaking {
  /** So many connections at most; PostgreSQL only. */
  connections?: number
  /** The address of a replica for reads that may come from there; PostgreSQL only. */
  replica?: string | undefined
  /** Told when the replica fails and when it answers again. */
  tell?: (words: string) => void
}

/** True for the address of a PostgreSQL database; anything else is the file of an SQLite one. */
export const isAddress = (place: string): boolean => /^postgres(ql)?:\/\//.test(place)

/**
 * Opens the PostgreSQL database at an address, or the SQLite one in a file (`:memory:` for one that is gone
 * afterwards), and brings its tables up to date. What a person has to put right is a `SetupError`.
 */
export async function connect(place: string, speaking: Speaking = {}): Promise<Database> {
  return isAddress(place) ? connectRemote(place, speaking) : migrated(await openSqlite(place))
}

/** Loaded where it is used: who has SQLite needs no PostgreSQL client. */
async function connectRemote(address: string, speaking: Speaking): Promise<Database> {
  const { openPostgres, plainly } = await import('./postgres/open')
  return plainly(address, async () => migrated(await openPostgres(address, speaking)))
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
