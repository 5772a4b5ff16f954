import type { FastifyInstance } from 'fastify'

const LOOK_EVERY_MS = 20

/**
 * Closing waits for the requests in flight and for nothing else: phones and browsers keep connections open that
 * carry nothing, some of which never carried anything, and those would hold the server up for a minute.
 */
export function closeWhenAnswered(app: FastifyInstance): void {
  let inFlight = 0
  let looking: NodeJS.Timeout | undefined
  const answered = () => {
    inFlight--
  }
  app.addHook('onRequest', (_, reply, done) => {
    inFlight++
    // it is emitted once, so there is nothing to take off again
    reply.raw.on('close', answered)
    done()
  })
  app.addHook('preClose', async () => {
    looking = setInterval(() => {
      if (inFlight === 0) app.server.closeAllConnections()
    }, LOOK_EVERY_MS)
  })
  app.addHook('onClose', async () => clearInterval(looking))
}
