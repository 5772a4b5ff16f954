import { Kysely, PostgresDialect } from 'kysely'
import { ApiError } from '../../api-error'
import type { Query } from '../database'
import type { Replica } from '../replica'
import type { Tables } from '../tables'
import { createPool } from './pool'
import { parsePostgresUrl } from './postgres-url'
import { probeServer } from './probe'

/** After a failure the replica is not used for this time, so that reads do not wait for it. */
const PAUSE_MS = 2000

const SETTING = 'DATABASE_REPLICA_URL'

/** Receives a message when the replica fails or is available again. */
export type ReplicaReporter = (message: string) => void

async function connectReplica(address: string, connections: number): Promise<Query> {
  const { pooled, named } = await probeServer(address)
  const pool = createPool({ address, connections, named, pooled, tries: 1 })
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
}

/** Runs `work` in a read-only transaction, whose statements all read the same state. */
const readSnapshot = <T>(query: Query, work: (query: Query) => Promise<T>): Promise<T> =>
  query.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(work)

/**
 * Opens a read replica on first use. While it is unavailable, `read` resolves with `undefined`, so that the caller uses the
 * primary database; the replica is tried again after a pause.
 */
export function openReplica(address: string, connections: number, report: ReplicaReporter): Replica {
  const target = parsePostgresUrl(address, SETTING)
  let opened: Promise<Query> | undefined
  let pausedUntil = 0
  let isFailing = false

  function pause(error: unknown) {
    pausedUntil = performance.now() + PAUSE_MS
    if (!isFailing)
      report(`the replica at ${target.at} does not answer; the database itself is read: ${String(error)}`)
    isFailing = true
  }

  return {
    async read(work) {
      if (performance.now() < pausedUntil) return undefined
      try {
        opened ??= connectReplica(address, connections)
        const result = await readSnapshot(await opened, work)
        if (isFailing) report(`the replica at ${target.at} answers again`)
        isFailing = false
        return result
      } catch (error) {
        // an ApiError is no failure of the replica; the primary database decides
        if (error instanceof ApiError) return undefined
        if (!(await isOpen(opened))) opened = undefined
        pause(error)
        return undefined
      }
    },
    close: async () => {
      if (opened && (await isOpen(opened))) await (await opened).destroy()
    },
  }
}

const isOpen = (opened: Promise<Query> | undefined): Promise<boolean> =>
  opened
    ? opened.then(
        () => true,
        () => false,
      )
    : Promise.resolve(false)
