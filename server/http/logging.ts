import type { FastifyBaseLogger, FastifyInstance, FastifyServerOptions } from 'fastify'
import type { PinoLoggerOptions } from 'fastify/types/logger'
import type { Logging } from '../dependencies'
import { sanitizeError, unnamed } from '../sanitize-error'

/** The framework says in its own words what failed, and those may quote an error's. */
const hooks: NonNullable<PinoLoggerOptions['hooks']> = {
  logMethod(args, write) {
    const [first, ...rest]: unknown[] = args
    const told = first instanceof Error ? [{ err: first }, 'failed'] : [first, ...rest]
    write.apply(this, told.map((part) => (typeof part === 'string' ? unnamed(part) : part)) as typeof args)
  },
}

/** The framework's logger. Requests themselves are never serialised: addresses, headers and bodies are personal. */
export function loggerOf(logging: Logging): NonNullable<FastifyServerOptions['logger']> {
  if (!logging) return false
  const serializers = {
    req: () => ({}),
    res: () => ({}),
    err: (error: Error) => ({ type: error.name, message: '', stack: sanitizeError(error) }),
    // what the reader of forms is told, the headers among it
    busboyOptions: () => undefined,
  }
  const { level, stream } = logging
  return { level, base: null, serializers, hooks, ...(stream ? { stream } : {}) }
}

/** Whether a log of this level tells each answer. */
export const tellsAnswers = (level: string): boolean => ['info', 'debug', 'trace'].includes(level)

/** A logger a request, with its number, only where lines of one request can meet: elsewhere it would hardly ever write. */
export const requestLogger = (logging: Logging) =>
  logging && tellsAnswers(logging.level) ? {} : { childLoggerFactory: (logger: FastifyBaseLogger) => logger }

/** One line an answer: the route as the table names it, never the address that was called. */
export function logAnswers(app: FastifyInstance): void {
  if (!tellsAnswers(app.log.level)) return
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
