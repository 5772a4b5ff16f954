import websocket from '@fastify/websocket'
import type { FastifyInstance } from 'fastify'
import type { WebSocket } from 'ws'
import type { AppDependencies } from '../../dependencies'
import type { Limits } from '../../http/limits/limits'
import type { LiveLessons } from './live-lessons'
import { isLearner } from './roles'
import { redeemTicket } from './tickets'

/** A socket that shows no ticket in this time is closed, in ms. */
const TICKET_WITHIN_MS = 5000

/** Sockets that have gone silently are found by pings, in ms. */
const PING_EVERY_MS = 25_000

/** A ticket as a message. */
const MAX_MESSAGE_BYTES = 256

/** Sockets of one learner at a time, among them those of a lost network that have not ended yet. Further phones poll. */
const MAX_LEARNER_SOCKETS = 4

/** Close codes of this protocol; those from 4000 on are free for applications (RFC 6455, section 7.4.2). */
const CLOSED = { ticket: 4401, silent: 4408, tooMany: 4429 } as const

/** Waits for the first message of a socket; `undefined` when it is late or the socket closes. */
function firstMessage(socket: WebSocket): Promise<string | undefined> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(undefined), TICKET_WITHIN_MS)
    const finish = (text?: string) => {
      clearTimeout(timer)
      resolve(text)
    }
    socket.once('message', (data) => finish(String(data)))
    socket.once('close', () => finish())
  })
}

/** Pings a socket and ends it when it has not answered the last ping. */
function watch(socket: WebSocket): () => void {
  let isAlive = true
  socket.on('pong', () => {
    isAlive = true
  })
  const timer = setInterval(() => {
    if (!isAlive) return socket.terminate()
    isAlive = false
    socket.ping()
  }, PING_EVERY_MS).unref()
  return () => clearInterval(timer)
}

/**
 * Serves the sockets of lessons. The first message is a ticket, which names the lesson and the account; afterwards only the server
 * speaks. A ticket in the address would be written into logs of proxies.
 */
export async function serveLessonSockets(
  app: FastifyInstance,
  deps: AppDependencies,
  { limits, live }: { limits: Limits; live: LiveLessons },
): Promise<void> {
  await app.register(websocket, { options: { maxPayload: MAX_MESSAGE_BYTES } })
  app.addHook('onClose', () => live.close())
  app.get(
    '/api/lesson-socket',
    {
      websocket: true,
      onRequest: async (request) => limits.visit('POST /api/lessons/:lessonId/tickets', request),
    },
    async (socket, request) => {
      socket.on('error', (error) => request.log.debug({ err: error }, 'a socket failed'))
      const ticket = await firstMessage(socket)
      const holder =
        ticket === undefined ? undefined : await deps.db.withTx((tx) => redeemTicket(deps, tx, ticket))
      if (!holder) return socket.close(ticket === undefined ? CLOSED.silent : CLOSED.ticket)
      const isCrowded =
        live.countSockets(holder) >= MAX_LEARNER_SOCKETS &&
        (await isLearner(deps.db.query, holder.accountId, holder.lessonId))
      if (isCrowded) return socket.close(CLOSED.tooMany)
      if (socket.readyState !== socket.OPEN) return
      const unwatch = watch(socket)
      const unfollow = live.follow(holder, socket)
      socket.on('close', () => {
        unwatch()
        unfollow()
      })
    },
  )
}
