import type { FastifyInstance, FastifyServerOptions } from 'fastify'
import type { Logging } from '../parts'

/** The framework's logger. Requests themselves are never serialised: addresses, headers and bodies are personal. */
export function loggerOf(logging: Logging): NonNullable<FastifyServerOptions['logger']> {
  if (!logging) return false
  const serializers = {
    req: () => ({}),
    res: () => ({}),
    err: ({ name, stack }: Error) => ({ type: name, message: '', stack: stack ?? '' }),
  }
  const { level, stream } = logging
  return { level, base: null, serializers, ...(stream ? { stream } : {}) }
}

/** One line an answer: the route as the table names it, never the address that was called. */
export function logAnswers(app: FastifyInstance): void {
  if (!['info', 'debug', 'trace'].includes(app.log.level)) return
  app.addHook('onResponse', async (request, reply) => {
    request.log.info(
      {
        method: request.method,
        route: request.routeOptions.url ?? 'page',
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime * 10) / 10,
      },
      'answered',
    )
  })
}
