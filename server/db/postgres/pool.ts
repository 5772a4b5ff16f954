import { setTimeout as sleep } from 'node:timers/promises'
import type { PostgresPool, PostgresPoolClient } from 'kysely'
import pg from 'pg'
import { sha256 } from '../../fingerprint'
import { DatabaseConnectionLostError, DatabaseUnavailableError } from '../database-errors'
import { isAway } from './error-codes'

/** A connection that does not come in this time counts as a try that failed. */
const CONNECT_MS = 10_000
/** No statement of ours takes longer; a database that hangs is left. */
const STATEMENT_MS = 20_000
const TRIES = 8
/** So many statements are prepared under names at most; the texts are few, since values are always bound. */
const NAMED = 500

const INT8 = 20

/** Whole numbers of 64 bits are money, moments and counts: numbers here, and never rounded. */
function exactNumber(text: string): number {
  const number = Number(text)
  if (!Number.isSafeInteger(number)) throw new Error('a number of the database is too large')
  return number
}

const types = {
  getTypeParser: ((oid: number, format?: 'text') =>
    oid === INT8 ? exactNumber : pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
}

interface PoolSettings {
  address: string
  connections: number
  /** Prepare statements under names. */
  named: boolean
  /** Something stands between that does not know PostgreSQL's own settings. */
  pooled: boolean
  /** How often a connection is tried for, a little later each time; as often as bridges a restart of the database. */
  tries?: number
}

/** Connections for Kysely: statements prepared by name, dead connections left behind, errors that say so. */
export function poolOf({ address, connections, named, pooled, tries = TRIES }: PoolSettings): PostgresPool {
  const pool = new pg.Pool({
    connectionString: address,
    max: connections,
    connectionTimeoutMillis: CONNECT_MS,
    query_timeout: STATEMENT_MS,
    keepAlive: true,
    application_name: 'kaizhang',
    types,
    ...(pooled ? {} : { statement_timeout: STATEMENT_MS, idle_in_transaction_session_timeout: STATEMENT_MS }),
  })
  // one that breaks while nobody uses it is dropped by the pool, and while in use its statement says so
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  const nameOf = named ? namer() : () => undefined
  const known = new WeakMap<pg.PoolClient, PostgresPoolClient>()
  return {
    connect: async () => {
      const client = await reached(pool, tries)
      const spoken = known.get(client) ?? speaking(client, nameOf)
      known.set(client, spoken)
      return spoken
    },
    end: () => pool.end(),
  }
}

/** The same text has the same name in every process. */
function namer(): (text: string) => string | undefined {
  const names = new Map<string, string>()
  return (text) => {
    const name = names.get(text)
    if (name !== undefined || names.size >= NAMED) return name
    const made = `kz_${sha256(text).slice(0, 24)}`
    names.set(text, made)
    return made
  }
}

async function reached(pool: pg.Pool, tries: number): Promise<pg.PoolClient> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await pool.connect()
    } catch (error) {
      if (!isAway(error)) throw error
      const waited = error instanceof Error && error.message.includes('timeout')
      if (waited || attempt >= tries) throw new DatabaseUnavailableError(String(error))
      await sleep(attempt * 50)
    }
  }
}

function speaking(client: pg.PoolClient, nameOf: (text: string) => string | undefined): PostgresPoolClient {
  let broken = false
  const ask = async (text: string, values: readonly unknown[]) => {
    if (broken) throw new DatabaseConnectionLostError('the connection is broken')
    // nothing bound is said once: begin, commit, tables
    const name = values.length > 0 ? nameOf(text) : undefined
    try {
      return await client.query({ ...(name === undefined ? {} : { name }), text, values: [...values] })
    } catch (error) {
      if (!isAway(error)) throw error
      broken = true
      throw new DatabaseConnectionLostError(String(error))
    }
  }
  return {
    // cursors are not used
    query: ask as unknown as PostgresPoolClient['query'],
    release: (discard?: boolean) => client.release(discard || broken),
  }
}
