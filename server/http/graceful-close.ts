import type { Socket } from 'node:net'
import type { FastifyInstance } from 'fastify'

const CHECK_INTERVAL_MS = 20

/** Pipelined requests that may be in flight on one connection; browsers and proxies send fewer. */
const MAX_PIPELINED = 4

/**
 * Makes closing wait for the requests in flight only. Idle keep-alive connections, which would delay it for a minute, are
 * closed. Also ends connections that pipeline too many requests.
 */
export function closeGracefully(app: FastifyInstance): void {
  const inFlight = new Map<Socket, number>()
  let timer: NodeJS.Timeout | undefined
  // pipelined requests of a closed connection emit no `close` of their own
  app.server.on('connection', (socket) => socket.on('close', () => inFlight.delete(socket)))
  app.addHook('onRequest', ({ raw: { socket } }, reply, done) => {
    const before = inFlight.get(socket) ?? 0
    if (before >= MAX_PIPELINED) return void socket.destroy()
    inFlight.set(socket, before + 1)
    // `close` is emitted once, so the listener needs no removal
    reply.raw.on('close', () => countDown(inFlight, socket))
    done()
  })
  app.addHook('preClose', async () => {
    timer = setInterval(() => {
      if (inFlight.size === 0) app.server.closeAllConnections()
    }, CHECK_INTERVAL_MS)
  })
  app.addHook('onClose', async () => clearInterval(timer))
}

function countDown(inFlight: Map<Socket, number>, socket: Socket) {
  const count = inFlight.get(socket) ?? 0
  if (count > 1) inFlight.set(socket, count - 1)
  else inFlight.delete(socket)
}
