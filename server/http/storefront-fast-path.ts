import type { IncomingMessage, ServerResponse } from 'node:http'
import type { FastifyInstance } from 'fastify'
import type { AppDependencies } from '../dependencies'
import type { Caller } from './address'
import type { CachedResponse } from './cached-response'
import type { Limits } from './limits'
import { tellsAnswers } from './logging'

interface Answers {
  limits: Limits
  /** The storefront that is ready for a slug, if it is. */
  ready(slug: string): CachedResponse | undefined
}

type Listener = (request: IncomingMessage, response: ServerResponse) => void

const PREFIX = '/api/storefronts/'

/**
 * A storefront that is ready is sent before the framework meets the request: of what it does for each (routes, guards,
 * schemas, hooks) nothing could change such an answer, and all of it together costs more than sending it. Every other
 * request, and any doubt, goes through the framework: a proxy in front, answers that are logged, a caller too many, a
 * server that closes.
 */
export function mountStorefrontFastPath(
  app: FastifyInstance,
  { settings }: AppDependencies,
  { limits, ready }: Answers,
): void {
  if (settings.trustProxy || tellsAnswers(app.log.level)) return
  const [framework] = app.server.listeners('request') as Listener[]
  if (!framework) return
  let open = true
  app.addHook('preClose', async () => {
    open = false
  })

  const lets = (caller: Caller): boolean => {
    try {
      limits.address(`GET ${PREFIX}:slug`, caller)
      return true
    } catch {
      return false
    }
  }

  app.server.removeListener('request', framework)
  app.server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const { url = '', method, socket } = request
    const answer =
      open && method === 'GET' && url.startsWith(PREFIX) ? ready(url.slice(PREFIX.length)) : undefined
    const ip = socket.remoteAddress
    if (!answer || ip === undefined || !lets({ ip, raw: request })) return framework(request, response)
    answer.write(request, response, app.securityOf({ url, protocol: 'http' }))
  })
}
