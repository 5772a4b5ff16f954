import type { Socket } from 'node:net'
import type { FastifyInstance } from 'fastify'

const LOOK_EVERY_MS = 20

/** No browser, phone or proxy asks much ahead of the answers on one connection; this bounds what one that does can cost. */
const AHEAD = 4

/**
 * Closing waits for the requests in flight and for nothing else: phones and browsers keep connections open that
 * carry nothing, some of which never carried anything, and those would hold the server up for a minute. A connection
 * that asks too far ahead is ended.
 */
export function closeWhenAnswered(app: FastifyInstance): void {
  const inFlight = new Map<Socket, number>()
  let looking: NodeJS.Timeout | undefined
  // what waits its turn on a connection that ends hears nothing of it
  app.server.on('connection', (socket) => socket.on('close', () => inFlight.delete(socket)))
  app.addHook('onRequest', ({ raw: { socket } }, reply, done) => {
    const before = inFlight.get(socket) ?? 0
    if (before >= AHEAD) return void socket.destroy()
    inFlight.set(socket, before + 1)
    // it is emitted once, so there is nothing to take off again
    reply.raw.on('close', () => answered(inFlight, socket))
    done()
  })
  app.addHook('preClose', async () => {
    looking = setInterval(() => {
      if (inFlight.size === 0) app.server.closeAllConnections()
    }, LOOK_EVERY_MS)
  })
  app.addHook('onClose', async () => clearInterval(looking))
}

function answered(inFlight: Map<Socket, number>, socket: Socket) {
  const count = inFlight.get(socket) ?? 0
  if (count > 1) inFlight.set(socket, count - 1)
  else inFlight.delete(socket)
}
