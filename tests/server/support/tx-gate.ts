import { sql } from 'kysely'
import type { Query } from '../../../server/db/database'
import { waitUntil } from '../../support/wait-until'
import { onPostgres } from './database'
import type { TestEnvironment } from './test-environment'

type WithTx = TestEnvironment['deps']['db']['withTx']

export type TxGate = ReturnType<typeof createTxGate>

/** The transactions of a PostgreSQL database that wait for a lock. */
const COUNT_WAITING = sql<{ waiting: number }>`
  select count(*)::int as waiting from pg_stat_activity
  where datname = current_database() and wait_event_type = 'Lock'`

async function isWaitingForLock(query: Query): Promise<boolean> {
  const { rows } = await COUNT_WAITING.execute(query)
  return (rows[0]?.waiting ?? 0) > 0
}

/** Stops the transactions of an environment before they begin or before they commit. */
export function createTxGate({ deps: { db } }: TestEnvironment) {
  const begin = db.withTx
  let before: (() => Promise<unknown>) | undefined
  let beforeCommit: (() => Promise<unknown>) | undefined
  db.withTx = (async (work) => {
    await before?.()
    const hold = beforeCommit
    if (!hold) return begin(work)
    beforeCommit = undefined
    return begin(async (tx) => {
      const result = await work(tx)
      await hold()
      return result
    })
  }) as WithTx

  return {
    /**
     * Runs `interrupt` before the `at`-th transaction that `request` begins.
     * @throws Error when it begins fewer.
     */
    async interrupt<T>(at: number, interrupt: () => Promise<unknown>, request: () => Promise<T>): Promise<T> {
      let begun = 0
      before = async () => {
        begun++
        if (begun !== at) return
        before = undefined
        await interrupt()
      }
      const answer = await request()
      before = undefined
      if (begun < at) throw new Error(`the request began ${begun} transactions`)
      return answer
    },
    /** Sends `second` while the only transaction of `first` has done its work and is not committed. */
    async overlap<A, B>(first: () => Promise<A>, second: () => Promise<B>): Promise<[A, B]> {
      let [hold, release] = [() => {}, () => {}]
      const held = new Promise<void>((resolve) => {
        hold = resolve
      })
      const released = new Promise<void>((resolve) => {
        release = resolve
      })
      beforeCommit = () => {
        hold()
        return released
      }
      const one = first()
      await Promise.race([held, one])
      let isSettled = false
      const other = second().finally(() => {
        isSettled = true
      })
      // SQLite reads and writes nothing else meanwhile
      if (onPostgres)
        await waitUntil(
          async () => isSettled || (await isWaitingForLock(db.query)),
          'the second request waited for a lock or was answered',
        )
      release()
      return Promise.all([one, other])
    },
  }
}
