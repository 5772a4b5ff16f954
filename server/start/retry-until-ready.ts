import { setTimeout as sleep } from 'node:timers/promises'
import { NotReadyError } from '../setup-error'

/** After a power cut the database may start later than this server. */
const TIMEOUT_MS = 60_000
const INTERVAL_MS = 1000

/** Retries `work` for up to a minute while it throws `NotReadyError`; prints the reason once. */
export async function retryUntilReady<T>(work: () => Promise<T>): Promise<T> {
  const until = performance.now() + TIMEOUT_MS
  for (let isPrinted = false; ; isPrinted = true) {
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof NotReadyError) || performance.now() > until) throw error
      if (!isPrinted) process.stderr.write(`${error.message} Trying again for a minute.\n`)
      await sleep(INTERVAL_MS)
    }
  }
}
