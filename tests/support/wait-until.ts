import { WAIT_TIMEOUT_MS } from './wait-timeout'

const PAUSE_MS = 20

/** Waits until `isTrue`; `what` completes the error message that says what did not happen. */
export async function waitUntil(
  isTrue: () => boolean | Promise<boolean>,
  what: string | (() => string),
  timeoutMs = WAIT_TIMEOUT_MS,
): Promise<void> {
  for (const end = Date.now() + timeoutMs; Date.now() < end; ) {
    if (await isTrue()) return
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
  }
  throw new Error(`timed out waiting until ${typeof what === 'string' ? what : what()}`)
}
