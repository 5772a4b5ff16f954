import type { FastifyBaseLogger, FastifyInstance, FastifyServerOptions } from 'fastify'
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

const TELLS_ANSWERS = ['info', 'debug', 'trace']

/** A logger a request, with its number, only where lines of one request can meet: elsewhere it would hardly ever write. */
export const requestLogger = (logging: Logging) =>
  logging && TELLS_ANSWERS.includes(logging.level)
    ? {}
    : { childLoggerFactory: (logger: FastifyBaseLogger) => logger }

/** One line an answer: the route as the table names it, never the address that was called. */
export function logAnswers(app: FastifyInstance): void {
  if (!TELLS_ANSWERS.includes(app.log.level)) return
  app.addHook('onResponse', (request, reply, done) => {
    request.log.info(
      {
        method: request.method,
        route: request.routeOptions.url ?? 'page',
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime * 10) / 10,
      },
      'answered',
    )
    done()
  })
}
