import { once } from 'node:events'
import { createServer } from 'node:net'

/** Below the ephemeral port range (from 32768 on Linux), so that the system assigns none of these. */
const FIRST = 20_000
/** Ports are partitioned by test runner, run and worker, with 64 ports for each process. */
const RUNS = 12
const WORKERS = 8
const EACH = 64

const { JEST_WORKER_ID, TEST_PARALLEL_INDEX } = process.env
/** Playwright counts its workers from 0, Jest from 1; Jest's main process has no id. */
const worker =
  TEST_PARALLEL_INDEX === undefined ? Number(JEST_WORKER_ID ?? 0) : Number(TEST_PARALLEL_INDEX) + 1
const runner = TEST_PARALLEL_INDEX === undefined ? 0 : 1
const run = worker > 0 ? process.ppid : process.pid
const first = FIRST + ((runner * RUNS + (run % RUNS)) * WORKERS + (worker % WORKERS)) * EACH

let handedOut = 0

async function isFree(port: number): Promise<boolean> {
  const probe = createServer()
  try {
    await once(probe.listen(port, '127.0.0.1'), 'listening')
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') return false
    throw error
  } finally {
    probe.close()
  }
}

/** Returns a port that is not in use and not handed out elsewhere: servers bind it later and again after a restart. */
export async function freePort(): Promise<number> {
  for (let tries = 0; tries < EACH; tries++) {
    const port = first + (handedOut++ % EACH)
    if (await isFree(port)) return port
  }
  throw new Error(`no port is free from ${first} on`)
}
