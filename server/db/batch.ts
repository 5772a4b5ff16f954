import { setImmediate as nextTurn } from 'node:timers/promises'
import { CompiledQuery } from 'kysely'
import type { Query } from './database'
import { isTransientError, withRetry } from './retry'

interface QueuedTransaction {
  work: (tx: Query) => Promise<unknown>
  /** When it was queued, in ms of a monotonic clock. */
  since: number
  resolve(value: unknown): void
  reject(error: unknown): void
}

type Outcome = { value: unknown } | { error: unknown }

const BEGIN = CompiledQuery.raw('begin immediate')
const COMMIT = CompiledQuery.raw('commit')
const ROLLBACK = CompiledQuery.raw('rollback')
const SAVEPOINT = CompiledQuery.raw('savepoint one')
const RELEASE = CompiledQuery.raw('release one')
const ROLLBACK_TO_SAVEPOINT = CompiledQuery.raw('rollback to one')

/** Maximum number of transactions per commit, which bounds the waiting time of the first one. */
const MAX_BATCH = 64

/** Time to wait for more transactions, as a fraction of the duration of the last batch. */
const GATHER_RATIO = 0.25

/** A transaction that was queued longer than this, in ms, is rejected as the database is locked. */
const MAX_QUEUE_MS = 5000

/** Another process has locked the database for longer than `MAX_QUEUE_MS`. */
class DatabaseLockedError extends Error {
  readonly code = 'SQLITE_BUSY'
}

/**
 * Creates a function that runs transactions in batches with one commit, as SQLite serializes writes and syncs the disk at each
 * commit. Each transaction has its own savepoint; its promise settles after the commit is on disk.
 */
export function createBatcher(query: Query) {
  const queue: QueuedTransaction[] = []
  let isRunning = false
  /** The expected batch size, and the duration of the last batch in ms. */
  let expectedSize = 1
  let lastDuration = 0

  /**
   * Takes the next batch. A commit blocks the event loop, so requests that arrived meanwhile are read first. A batch that is
   * smaller than expected waits for more, for a fraction of the cost of another commit.
   */
  async function gather() {
    const until = performance.now() + lastDuration * GATHER_RATIO
    do await nextTurn()
    while (queue.length < expectedSize && performance.now() < until)
    rejectExpired(queue)
    return queue.splice(0, MAX_BATCH)
  }

  async function drain() {
    isRunning = true
    while (queue.length > 0) {
      const batch = await gather()
      const started = performance.now()
      await settle(query, batch)
      lastDuration = performance.now() - started
      expectedSize = Math.max(batch.length, expectedSize - 1)
    }
    isRunning = false
  }

  return <T>(work: (tx: Query) => Promise<T>): Promise<T> =>
    new Promise<T>((resolve, reject) => {
      queue.push({ work, since: performance.now(), resolve: (value) => resolve(value as T), reject })
      if (!isRunning) void drain()
    })
}

/** Rejects the transactions at the head of the queue that waited longer than `MAX_QUEUE_MS`. */
function rejectExpired(queue: QueuedTransaction[]) {
  const since = performance.now() - MAX_QUEUE_MS
  while (queue[0] && queue[0].since < since) queue.shift()?.reject(new DatabaseLockedError())
}

/**
 * Runs a batch and settles its promises. When the batch cannot be written (full disk, damaged page), its transactions run
 * one by one, so that those which write nothing still succeed.
 */
async function settle(query: Query, batch: QueuedTransaction[]) {
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

async function runAll(tx: Query, batch: QueuedTransaction[]): Promise<Outcome[]> {
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

/** Runs one transaction of a batch. Its errors are not retried: the batch is exclusive, so no conflict can arise. */
async function runOne(tx: Query, entry: QueuedTransaction): Promise<Outcome> {
  await tx.executeQuery(SAVEPOINT)
  try {
    const value = await entry.work(tx)
    await tx.executeQuery(RELEASE)
    return { value }
  } catch (error) {
    await undo(tx, error)
    return { error }
  }
}

/** Rolls back one transaction. @throws `cause` when SQLite has rolled back the whole batch, as on a full disk. */
async function undo(tx: Query, cause: unknown) {
  try {
    await tx.executeQuery(ROLLBACK_TO_SAVEPOINT)
    await tx.executeQuery(RELEASE)
  } catch {
    throw cause
  }
}
