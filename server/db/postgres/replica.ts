import { Kysely, PostgresDialect } from 'kysely'
import { ApiError } from '../../api-error'
import type { Query } from '../database'
import type { Replica } from '../replica'
import type { Tables } from '../tables'
import { placeOf } from './place'
import { poolOf } from './pool'
import { probe } from './probe'

/** A replica that failed is left alone for so long, so that nobody waits for it. */
const REST_MS = 2000

const SETTING = 'DATABASE_REPLICA_URL'

/** What is told when the replica fails or follows again. */
export type ReplicaNews = (words: string) => void

/**
 * The replica at an address. It need not be there, now or ever: who reads goes to the database itself meanwhile, and
 * the replica is tried again after a while.
 */
export function openReplica(address: string, connections: number, tell: ReplicaNews): Replica {
  const place = placeOf(address, SETTING)
  let opened: Promise<Query> | undefined
  let restUntil = 0
  let failing = false

  async function open(): Promise<Query> {
    const { pooled, named } = await probe(address)
    const pool = poolOf({ address, connections, named, pooled, tries: 1 })
    return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  }

  function rest(error: unknown) {
    restUntil = performance.now() + REST_MS
    if (!failing)
      tell(`the replica at ${place.at} does not answer; the database itself is read: ${String(error)}`)
    failing = true
  }

  return {
    async read(work) {
      if (performance.now() < restUntil) return undefined
      try {
        opened ??= open()
        const query = await opened
        const result = await query
          .transaction()
          .setIsolationLevel('repeatable read')
          .setAccessMode('read only')
          .execute(work)
        if (failing) tell(`the replica at ${place.at} answers again`)
        failing = false
        return result
      } catch (error) {
        // what the rules refuse is not the replica's fault; the database itself has the last word
        if (error instanceof ApiError) return undefined
        if (!(await isOpen(opened))) opened = undefined
        rest(error)
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
