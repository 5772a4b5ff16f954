/** Longer than any request may take; then the process ends anyway. */
const PATIENCE_MS = 20_000

/**
 * Ends the process with 0 on SIGTERM or SIGINT. It listens from the first moment, because a process with id 1 ignores
 * signals it does not listen for. The returned function takes what has to be closed first, once there is something:
 * requests in flight are answered, then the database is closed.
 */
export function stopOnSignals(): (close: () => Promise<unknown>) => void {
  let close: (() => Promise<unknown>) | undefined
  let stopping = false
  const stop = () => {
    if (stopping) return
    stopping = true
    if (!close) process.exit(0)
    setTimeout(() => process.exit(1), PATIENCE_MS).unref()
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
