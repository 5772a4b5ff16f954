import { freshDatabase } from '../../support/postgres/fresh'
import type { ServerProcess } from '../../support/server-process'

const LONG = process.env.KZ_LONG === '1'

/** The databases that a server may stand on, and how it reaches them. */
const ALL = ['SQLite', 'PostgreSQL', 'PostgreSQL behind pgbouncer'] as const
export type Engine = (typeof ALL)[number]

/** Those that the long run takes, and the two that differ most. */
export const ENGINES: readonly Engine[] = LONG ? ALL : ['SQLite', 'PostgreSQL behind pgbouncer']
/** The short run tells a story that was told behind pgbouncer already on SQLite only. */
export const ENGINES_AGAIN: readonly Engine[] = LONG ? ALL : ['SQLite']

/** How a server greets on each. */
export const SAYS: Record<Engine, RegExp> = {
  SQLite: /^SQLite in /,
  PostgreSQL: /^PostgreSQL \S+, \S+ at [^ ,]+$/,
  'PostgreSQL behind pgbouncer': /^PostgreSQL .*, through a pooler$/,
}

/** Which database a server says it is on. */
export const saidDatabase = (server: ServerProcess): string =>
  /database: (.*)/.exec(server.output())?.[1] ?? ''

export interface EngineDatabase {
  /** What a server needs to be told of it. */
  env: Record<string, string>
  drop(): Promise<void>
}

/** An empty database; on SQLite a server makes it in its own folder. */
export async function databaseOn(engine: Engine): Promise<EngineDatabase> {
  if (engine === 'SQLite') return { env: {}, drop: async () => undefined }
  const { address, drop } = await freshDatabase({ bouncer: engine === 'PostgreSQL behind pgbouncer' })
  return { env: { DATABASE_URL: address }, drop }
}
