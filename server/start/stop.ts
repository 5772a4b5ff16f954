import type { FastifyInstance } from 'fastify'

/** Longer than any request may take; then the process ends anyway. */
const PATIENCE_MS = 20_000

/** On SIGTERM or SIGINT: no new requests, the ones in flight are answered, the database is closed, exit 0. */
export function stopOnSignals(app: FastifyInstance): void {
  let stopping = false
  const stop = () => {
    if (stopping) return
    stopping = true
    setTimeout(() => process.exit(1), PATIENCE_MS).unref()
    app.close().then(
      () => process.exit(0),
      () => process.exit(1),
    )
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
}
