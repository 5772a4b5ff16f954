import { createTestDatabase } from '../../support/postgres/test-database'
import type { ServerProcess } from '../../support/server-process'
import type { Kind } from './test-environment'

const LONG = process.env.KZ_LONG === '1'

/** The supported databases and how they are reached. */
export const ALL_ENGINES = ['SQLite', 'PostgreSQL', 'PostgreSQL behind pgbouncer'] as const
export type Engine = (typeof ALL_ENGINES)[number]

/** All databases in the long run; the short run takes the other engine for each build. */
export const ENGINES: Record<Kind, readonly Engine[]> = {
  h5: LONG ? ALL_ENGINES : ['PostgreSQL behind pgbouncer'],
  weapp: LONG ? ALL_ENGINES : ['SQLite'],
}
export const LOCALHOST_ENGINES: readonly Engine[] = LONG ? ALL_ENGINES : []

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
