/** Time for a graceful shutdown, longer than any request may take; after it the process exits with 1. */
const SHUTDOWN_TIMEOUT_MS = 20_000

/**
 * Exits with 0 on SIGTERM or SIGINT, from now on: a process with id 1 ignores signals without a listener. The returned
 * function registers what is closed first, once the server exists.
 */
export function stopOnSignals(): (close: () => Promise<unknown>) => void {
  let close: (() => Promise<unknown>) | undefined
  let stopping = false
  const stop = () => {
    if (stopping) return
    stopping = true
    if (!close) process.exit(0)
    setTimeout(() => process.exit(1), SHUTDOWN_TIMEOUT_MS).unref()
    close().then(
      () => process.exit(0),
      () => process.exit(1),
    )
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
  return (closing) => {
    close = closing
  }
}
