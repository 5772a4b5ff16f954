import { setImmediate as nextTurn } from 'node:timers/promises'
import { CompiledQuery } from 'kysely'
import type { Query } from './database'
import { isTransientError, withRetry } from './retry'

interface Waiting {
  work: (tx: Query) => Promise<unknown>
  /** When it came (ms, monotonic). */
  since: number
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

/** Nobody waits for others longer than this part of what the last batch took. */
const DEFAULT_TIMEOUTS = 0.25

/** Who has waited longer (ms) for others is told so instead of waiting for a database that is locked. */
const LONGEST_WAIT = 5000

/** The database is held by somebody else for longer than anybody should wait. */
class Locked extends Error {
  readonly code = 'SQLITE_BUSY'
}

/**
 * SQLite writes one transaction at a time and waits for the disk at each commit. So the transactions that wait
 * share the next commit: each has a savepoint of its own, and nobody is answered before the commit is on disk.
 */
export function batching(query: Query) {
  const waiting: Waiting[] = []
  let running = false
  /** As many as came together lately, and how long (ms) it then took to write them. */
  let usual = 1
  let took = 0

  /**
   * A commit blocks the process, so those who came meanwhile are still in their sockets: they are let in first.
   * While fewer are there than lately, the rest is worth waiting for, a fraction of what a commit of their own costs.
   */
  async function gather() {
    const until = performance.now() + took * DEFAULT_TIMEOUTS
    do await nextTurn()
    while (waiting.length < usual && performance.now() < until)
    dropLate()
    return waiting.splice(0, TOGETHER)
  }

  function dropLate() {
    const since = performance.now() - LONGEST_WAIT
    while (waiting[0] && waiting[0].since < since) waiting.shift()?.reject(new Locked())
  }

  async function drain() {
    running = true
    while (waiting.length > 0) {
      const batch = await gather()
      const started = performance.now()
      await settle(query, batch)
      took = performance.now() - started
      usual = Math.max(batch.length, usual - 1)
    }
    running = false
  }

  return <T>(work: (tx: Query) => Promise<T>): Promise<T> =>
    new Promise<T>((resolve, reject) => {
      waiting.push({ work, since: performance.now(), resolve: (value) => resolve(value as T), reject })
      if (!running) void drain()
    })
}

/**
 * A batch that cannot be written, because the disk is full or a page is damaged, is tried one by one: each is answered
 * for itself, and who only asks for what is written already gets it.
 */
async function settle(query: Query, batch: Waiting[]) {
  try {
    const outcomes = await withRetry(() => query.connection().execute((tx) => runAll(tx, batch)))
    batch.forEach((entry, i) => {
      const outcome = outcomes[i]
      if (outcome && 'value' in outcome) entry.resolve(outcome.value)
      else entry.reject(outcome?.error)
    })
  } catch (error) {
    if (batch.length > 1 && !isTransientError(error)) for (const entry of batch) await settle(query, [entry])
    else for (const entry of batch) entry.reject(error)
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
    await undo(tx, error)
    return { error }
  }
}

/** Where the database has rolled back everything by itself, as it does when the disk is full, the batch is over. */
async function undo(tx: Query, cause: unknown) {
  try {
    await tx.executeQuery(UNDO)
    await tx.executeQuery(KEEP)
  } catch {
    throw cause
  }
}
