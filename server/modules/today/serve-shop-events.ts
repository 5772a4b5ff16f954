import type { OutgoingHttpHeaders } from 'node:http'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { type AuthByAccess, guards } from '../../access'
import type { AppDependencies } from '../../dependencies'
import type { Limits } from '../../http/limits/limits'
import { LiveShops } from './live-shops'

/** A comment in this interval keeps a silent connection open, in ms; proxies often close idle ones after 30 s. */
const HEARTBEAT_MS = 15_000

/** After this time a browser connects again, in ms. */
const RECONNECT_MS = 2000

const ROUTE = 'GET /api/shops/:shopId/waiting'

/**
 * Serves server-sent events to the open pages of a shop's owner: the reply of `GET /api/shops/:shopId/waiting`, at once and with every
 * change. Source: https://html.spec.whatwg.org/multipage/server-sent-events.html
 */
export function serveShopEvents(app: FastifyInstance, deps: AppDependencies, limits: Limits): void {
  const live = new LiveShops(deps, app.log)
  app.addHook('preClose', () => live.close())
  app.get<{ Params: { shopId: string } }>('/api/shops/:shopId/events', async (request, reply) => {
    const auth = await guards.owner(deps, request, (caller) => limits.caller(ROUTE, request, caller))
    const { accountId } = auth as AuthByAccess['owner']
    const stream = openStream(reply)
    const unfollow = live.follow(request.params.shopId, {
      accountId,
      send: (text) => stream.write(`data: ${text}\n\n`),
      end: () => stream.end(),
    })
    const heartbeat = setInterval(() => stream.write(':\n\n'), HEARTBEAT_MS).unref()
    stream.on('close', () => {
      clearInterval(heartbeat)
      unfollow()
    })
  })
}

/** Takes the response over from Fastify and sends its head. */
function openStream(reply: FastifyReply): FastifyReply['raw'] {
  reply.hijack()
  const { raw } = reply
  raw.on('error', () => undefined)
  raw.writeHead(200, {
    ...(reply.getHeaders() as OutgoingHttpHeaders),
    'content-type': 'text/event-stream',
    'cache-control': 'no-store',
    // proxies would wait for the end
    'x-accel-buffering': 'no',
  })
  raw.write(`retry: ${RECONNECT_MS}\n\n`)
  return raw
}
