import { setTimeout as sleep } from 'node:timers/promises'
import { NotYet } from '../settings'

/** After a power cut everything starts at once, and a database takes its time. */
const LONGEST_MS = 60_000
const EVERY_MS = 1000

/** Tries again for a minute while what is needed is not there yet; says so once. */
export async function waitingFor<T>(work: () => Promise<T>): Promise<T> {
  const until = performance.now() + LONGEST_MS
  for (let told = false; ; told = true) {
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof NotYet) || performance.now() > until) throw error
      if (!told) process.stderr.write(`${error.message} Trying again for a minute.\n`)
      await sleep(EVERY_MS)
    }
  }
}
