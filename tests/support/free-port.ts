import { once } from 'node:events'
import { createServer } from 'node:net'

/** Below the ports that systems give to whoever asks for any (Linux from 32768), so nobody is given one meanwhile. */
const FIRST = 20_000
/** Each process that picks has its own: so many runs of tests at a time, so many workers in each, so many ports for one. */
const RUNS = 24
const WORKERS = 8
const EACH = 64

/** Jest's own process has no number, its workers count from 1. */
const worker = Number(process.env.JEST_WORKER_ID ?? 0)
const run = worker > 0 ? process.ppid : process.pid
const first = FIRST + ((run % RUNS) * WORKERS + (worker % WORKERS)) * EACH

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

/**
 * A port that nobody listens on, and that nobody else is given: servers take it a while later, and again when they are
 * started anew.
 */
export async function freePort(): Promise<number> {
  for (let tries = 0; tries < EACH; tries++) {
    const port = first + (handedOut++ % EACH)
    if (await isFree(port)) return port
  }
  throw new Error(`no port is free from ${first} on`)
}
