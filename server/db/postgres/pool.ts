import { setTimeout as sleep } from 'node:timers/promises'
import type { PostgresPool, PostgresPoolClient } from 'kysely'
import pg from 'pg'
import { sha256 } from '../../fingerprint'
import { DatabaseConnectionLostError, DatabaseUnavailableError } from '../database-errors'
import { isConnectionError } from './error-codes'

/** Time limit of one connection attempt. */
const CONNECT_MS = 10_000
/** Time limit of a statement, far above any regular one, for a database that hangs. */
const STATEMENT_MS = 20_000
const TRIES = 8
/** Maximum number of named prepared statements. There are few different texts, as values are always bound. */
const MAX_NAMED_STATEMENTS = 500

const INT8 = 20

/** Parses a 64-bit integer (money, times, counts). @throws Error when it cannot be represented exactly. */
function parseExactInteger(text: string): number {
  const number = Number(text)
  if (!Number.isSafeInteger(number)) throw new Error('a number of the database is too large')
  return number
}

const types = {
  getTypeParser: ((oid: number, format?: 'text') =>
    oid === INT8 ? parseExactInteger : pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
}

interface PoolSettings {
  address: string
  connections: number
  /** True when named prepared statements may be used. */
  named: boolean
  /** True behind a pooler, which rejects PostgreSQL's session settings. */
  pooled: boolean
  /** Connection attempts, with increasing delays; the default bridges a restart of the database. */
  tries?: number
  /** True when statements may take any time, as those of migrations. */
  isUnlimited?: boolean
}

/** Creates Kysely's connection pool with named prepared statements. Broken connections are discarded and reported as such. */
export function createPool({
  address,
  connections,
  named,
  pooled,
  tries = TRIES,
  isUnlimited = false,
}: PoolSettings): PostgresPool {
  const pool = new pg.Pool({
    connectionString: address,
    max: connections,
    connectionTimeoutMillis: CONNECT_MS,
    keepAlive: true,
    application_name: 'kaizhang',
    types,
    ...(isUnlimited ? {} : { query_timeout: STATEMENT_MS }),
    ...(isUnlimited || pooled
      ? {}
      : { statement_timeout: STATEMENT_MS, idle_in_transaction_session_timeout: STATEMENT_MS }),
  })
  // the pool discards idle connections that break; a busy one rejects its statement
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  const nameOf = named ? createStatementNamer() : () => undefined
  const adapters = new WeakMap<pg.PoolClient, PostgresPoolClient>()
  return {
    connect: async () => {
      const client = await connectWithRetry(pool, tries)
      const adapter = adapters.get(client) ?? adaptClient(client, nameOf)
      adapters.set(client, adapter)
      return adapter
    },
    end: () => pool.end(),
  }
}

/** Returns a function that names statements by their text, with the same name in every process. */
function createStatementNamer(): (text: string) => string | undefined {
  const names = new Map<string, string>()
  return (text) => {
    const name = names.get(text)
    if (name !== undefined || names.size >= MAX_NAMED_STATEMENTS) return name
    const newName = `kz_${sha256(text).slice(0, 24)}`
    names.set(text, newName)
    return newName
  }
}

async function connectWithRetry(pool: pg.Pool, tries: number): Promise<pg.PoolClient> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await pool.connect()
    } catch (error) {
      if (!isConnectionError(error)) throw error
      const isTimeout = error instanceof Error && error.message.includes('timeout')
      if (isTimeout || attempt >= tries) throw new DatabaseUnavailableError(String(error))
      await sleep(attempt * 50)
    }
  }
}

function adaptClient(
  client: pg.PoolClient,
  nameOf: (text: string) => string | undefined,
): PostgresPoolClient {
  let isBroken = false
  const execute = async (text: string, values: readonly unknown[]) => {
    if (isBroken) throw new DatabaseConnectionLostError('the connection is broken')
    // statements without bound values (begin, commit, schema changes) are not prepared
    const name = values.length > 0 ? nameOf(text) : undefined
    try {
      return await client.query({ ...(name === undefined ? {} : { name }), text, values: [...values] })
    } catch (error) {
      if (!isConnectionError(error)) throw error
      isBroken = true
      throw new DatabaseConnectionLostError(String(error))
    }
  }
  return {
    // Kysely's type also allows cursors, which are not used
    query: execute as unknown as PostgresPoolClient['query'],
    release: (discard?: boolean) => client.release(discard || isBroken),
  }
}
