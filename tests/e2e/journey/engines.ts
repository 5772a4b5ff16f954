import { createTestDatabase } from '../../support/postgres/test-database'
import type { ServerProcess } from '../../support/server-process'

const LONG = process.env.KZ_LONG === '1'

/** The supported databases and how they are reached. */
const ALL = ['SQLite', 'PostgreSQL', 'PostgreSQL behind pgbouncer'] as const
export type Engine = (typeof ALL)[number]

/** All databases in the long run, or the two that differ most. */
export const ENGINES: readonly Engine[] = LONG ? ALL : ['SQLite', 'PostgreSQL behind pgbouncer']
export const LOCALHOST_ENGINES: readonly Engine[] = LONG ? ALL : []
/** For journeys already run behind pgbouncer: the short run repeats them on SQLite only. */
export const REPEAT_ENGINES: readonly Engine[] = LONG ? ALL : ['SQLite']

/** Patterns of the database line in a server's start message. */
export const DATABASE_BANNERS: Record<Engine, RegExp> = {
  SQLite: /^SQLite in /,
  PostgreSQL: /^PostgreSQL \S+, \S+ at [^ ,]+$/,
  'PostgreSQL behind pgbouncer': /^PostgreSQL .*, through a pooler$/,
}

/** Returns the database that a server reports. */
export const reportedDatabase = (server: ServerProcess): string =>
  /database: (.*)/.exec(server.output())?.[1] ?? ''

export interface EngineDatabase {
  /** Environment variables for the server. */
  env: Record<string, string>
  drop(): Promise<void>
}

/** Creates an empty database, on a PostgreSQL that `start` starts; for SQLite the server creates it in its own folder. */
export async function createEngineDatabase(
  engine: Engine,
  start: () => Promise<unknown>,
): Promise<EngineDatabase> {
  if (engine === 'SQLite') return { env: {}, drop: async () => undefined }
  await start()
  const { address, drop } = await createTestDatabase({
    bouncer: engine === 'PostgreSQL behind pgbouncer',
    from: 'template1',
  })
  return { env: { DATABASE_URL: address }, drop }
}
