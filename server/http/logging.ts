import type { FastifyBaseLogger, FastifyInstance, FastifyServerOptions } from 'fastify'
import type { PinoLoggerOptions } from 'fastify/types/logger'
import type { Logging } from '../dependencies'
import { redact, sanitizeError } from '../sanitize-error'

/** Redacts log messages, as Fastify's own messages may quote errors. */
const hooks: NonNullable<PinoLoggerOptions['hooks']> = {
  logMethod(args, write) {
    const [first, ...rest]: unknown[] = args
    const redacted = first instanceof Error ? [{ err: first }, 'failed'] : [first, ...rest]
    write.apply(this, redacted.map((part) => (typeof part === 'string' ? redact(part) : part)) as typeof args)
  },
}

/** Returns Fastify's logger options. Requests are never serialized, as addresses, headers and bodies are personal data. */
export function loggerOptions(logging: Logging): NonNullable<FastifyServerOptions['logger']> {
  if (!logging) return false
  const serializers = {
    req: () => ({}),
    res: () => ({}),
    err: (error: Error) => ({ type: error.name, message: '', stack: sanitizeError(error) }),
    // the multipart parser's options contain the request's headers
    busboyOptions: () => undefined,
  }
  const { level, stream } = logging
  return { level, base: null, serializers, hooks, ...(stream ? { stream } : {}) }
}

/** Returns true when a log of this level has a line for each response. */
export const logsResponses = (level: string): boolean => ['info', 'debug', 'trace'].includes(level)

/** Creates a child logger per request only when responses are logged; otherwise requests share one logger. */
export const requestLoggerOptions = (logging: Logging) =>
  logging && logsResponses(logging.level) ? {} : { childLoggerFactory: (logger: FastifyBaseLogger) => logger }

/** Logs one line per response with the route's pattern, never the requested URL. */
export function logResponses(app: FastifyInstance): void {
  if (!logsResponses(app.log.level)) return
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
