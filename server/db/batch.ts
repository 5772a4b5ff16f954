import { setImmediate as nextTurn } from 'node:timers/promises'
import { CompiledQuery } from 'kysely'
import type { Query } from './database'
import { retrying } from './retry'

interface Waiting {
  work: (tx: Query) => Promise<unknown>
  resolve(value: unknown): void
  reject(error: unknown): void
}

type Outcome = { value: unknown } | { error: unknown }

const BEGIN = CompiledQuery.raw('begin immediate')
const COMMIT = CompiledQuery.raw('commit')
const ROLLBACK = CompiledQuery.raw('rollback')
const SAVE = CompiledQuery.raw('savepoint one')
const KEEP = CompiledQuery.raw('release one')
const UNDO = CompiledQuery.raw('rollback to one')

/** So many share one commit at most, which bounds how long the first of them waits. */
const TOGETHER = 64

/**
 * SQLite writes one transaction at a time and waits for the disk at each commit. So the transactions that wait
 * share the next commit: each has a savepoint of its own, and nobody is answered before the commit is on disk.
 */
export function batching(query: Query) {
  const waiting: Waiting[] = []
  let running = false

  async function drain() {
    running = true
    while (waiting.length > 0) {
      // a commit blocks the process, so those who came meanwhile are still in their sockets: let them in first
      await nextTurn()
      await settle(query, waiting.splice(0, TOGETHER))
    }
    running = false
  }

  return <T>(work: (tx: Query) => Promise<T>): Promise<T> =>
    new Promise<T>((resolve, reject) => {
      waiting.push({ work, resolve: (value) => resolve(value as T), reject })
      if (!running) void drain()
    })
}

async function settle(query: Query, batch: Waiting[]) {
  try {
    const outcomes = await retrying(() => query.connection().execute((tx) => runAll(tx, batch)))
    batch.forEach((entry, i) => {
      const outcome = outcomes[i]
      if (outcome && 'value' in outcome) entry.resolve(outcome.value)
      else entry.reject(outcome?.error)
    })
  } catch (error) {
    for (const entry of batch) entry.reject(error)
  }
}

async function runAll(tx: Query, batch: Waiting[]): Promise<Outcome[]> {
  await tx.executeQuery(BEGIN)
  try {
    const outcomes: Outcome[] = []
    for (const entry of batch) outcomes.push(await runOne(tx, entry))
    await tx.executeQuery(COMMIT)
    return outcomes
  } catch (error) {
    await tx.executeQuery(ROLLBACK).catch(() => undefined)
    throw error
  }
}

async function runOne(tx: Query, entry: Waiting): Promise<Outcome> {
  await tx.executeQuery(SAVE)
  try {
    const value = await entry.work(tx)
    await tx.executeQuery(KEEP)
    return { value }
  } catch (error) {
    await tx.executeQuery(UNDO)
    await tx.executeQuery(KEEP)
    return { error }
  }
}
