import type { IncomingMessage, ServerResponse } from 'node:http'
import type { FastifyInstance } from 'fastify'
import type { AppDependencies } from '../../dependencies'
import type { CachedResponse } from '../cache/cached-response'
import type { ClientRequest } from '../client-address'
import type { Limits } from '../limits/limits'
import { logsResponses } from '../logging'

type Listener = (request: IncomingMessage, response: ServerResponse) => void

const PREFIX = '/api/storefronts/'

/**
 * Sends a cached storefront before Fastify processes the request, as its routing, guards, schemas and hooks cost more than the
 * response. All other requests go through Fastify, also behind a proxy, with response logs, above the limit or while closing.
 */
export function mountStorefrontFastPath(
  app: FastifyInstance,
  { settings }: AppDependencies,
  { limits, cached }: { limits: Limits; cached(slug: string): CachedResponse | undefined },
): void {
  if (settings.trustProxy || logsResponses(app.log.level)) return
  const [fastifyListener] = app.server.listeners('request') as Listener[]
  if (!fastifyListener) return
  let isOpen = true
  app.addHook('preClose', async () => {
    isOpen = false
  })

  const isAllowed = (client: ClientRequest): boolean => {
    try {
      limits.visitor(`GET ${PREFIX}:slug`, client)
      return true
    } catch {
      return false
    }
  }

  app.server.removeListener('request', fastifyListener)
  app.server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const { url = '', method, socket } = request
    const answer =
      isOpen && method === 'GET' && url.startsWith(PREFIX) ? cached(url.slice(PREFIX.length)) : undefined
    const ip = socket.remoteAddress
    if (!answer || ip === undefined || !isAllowed({ ip, raw: request }))
      return fastifyListener(request, response)
    answer.write(request, response, app.securityHeadersFor({ url, protocol: 'http' }))
  })
}
