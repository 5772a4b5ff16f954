import type { FastifyError, FastifyReply, FastifyRequest, FastifySchemaValidationError } from 'fastify'
import type { Problem } from '@/contract/problem'
import { type FieldError, failures, type SentFailureCode } from '@/domain/failure'
import { ApiError } from '../api-error'
import { isTransientError } from '../db/retry'
import { classifyIncident, type Incident } from '../incident'
import { codeFor } from './released-clients/failure-codes'
import { currentFor } from './released-clients/replies'

/** Escapes a field's name for a JSON pointer and cuts it to 60 characters. */
const pointerSegment = (name: string) => name.slice(0, 60).replace(/~/g, '~0').replace(/\//g, '~1')

/** Reports a missing or unknown field under its own path instead of that of the enclosing object. */
function toFieldError({ instancePath, params, message }: FastifySchemaValidationError): FieldError {
  const name = params.missingProperty ?? params.additionalProperty ?? params.tag
  return {
    path: typeof name === 'string' ? `${instancePath}/${pointerSegment(name)}` : instancePath,
    message: message ?? 'is invalid',
  }
}

/** Returns one validation error per field; the path '' stands for the whole document. */
function validationErrors(error: FastifyError): { fields: FieldError[] } {
  const errors = error.validation?.map(toFieldError) ?? [{ path: '', message: plainReason(error.code) }]
  const byPath = new Map(errors.reverse().map((one) => [one.path, one]))
  return { fields: [...byPath.values()].reverse() }
}

/** Returns a fixed text, as Fastify's own messages may quote the input. */
const plainReason = (code: string): string =>
  ({
    FST_ERR_CTP_INVALID_MEDIA_TYPE: 'must be application/json',
    FST_INVALID_MULTIPART_CONTENT_TYPE: 'must be multipart/form-data with one file',
    FST_PROTO_VIOLATION: 'has a field of a name that cannot be used',
  })[code] ?? 'cannot be read'

const titles: Record<SentFailureCode, string> = {
  'bad-input': 'The request is invalid.',
  'signed-out': 'Sign in first.',
  'key-wrong': 'No shop has this key.',
  'key-used': 'This key was used or replaced.',
  'invitation-wrong': 'No invitation has this code, or it has expired.',
  'invitation-used': 'This invitation was used.',
  'code-wrong': 'The code is wrong.',
  'code-expired': 'This code has expired.',
  'code-used': 'This code was used.',
  'card-wrong': 'These are not the pictures of the card.',
  'card-locked': 'The card is locked after too many wrong pictures.',
  'card-used': 'No card has this code, or it was used or replaced.',
  'not-found': 'Not found.',
  'not-allowed-now': 'The current state does not allow this.',
  'too-many-steps': 'The order has reached its limit of steps.',
  'version-conflict': 'The resource has another version now.',
  'idempotency-conflict': 'This id was used for another request.',
  'price-changed': 'The price has changed.',
  'out-of-stock': 'The stock is too low.',
  'product-gone': 'A product is no longer sold.',
  'shop-closed': 'The shop is closed.',
  'slot-full': 'The day or half day has as many orders as it can take.',
  'slot-gone': 'The day or half day cannot be chosen.',
  'group-buy-over': 'The group buy has ended.',
  'group-buy-cancelled': 'The group buy was called off.',
  'group-buy-full': 'The group buy has less left, or as many entries as it can have.',
  'group-buy-quota': 'The shop has as many open group buys as it can have.',
  'payment-unavailable': 'This payment method is not available.',
  'too-many-waiting': 'Too many orders are waiting for the shop.',
  'ask-the-shop': 'The quantity exceeds the limit for new buyers.',
  'buyer-blocked': 'The shop accepts no orders from this account.',
  'lesson-over': 'The lesson is over.',
  'lesson-full': 'The lesson has no free seat.',
  'staff-quota': 'The centre has reached its limit of staff and invitations.',
  'staff-only': 'Only the staff of a service centre may do this.',
  'own-code': 'A code must be entered by another account than the one that made it.',
  'help-over': 'The help is over.',
  'help-quota': 'Too many shops that this account opened are waiting for their owners.',
  'demo-unavailable': 'This server offers no demo worlds.',
  'demo-full': 'The limit of running demo worlds is reached.',
  'shop-quota': 'The account has reached its limit of shops.',
  'product-quota': 'The shop has reached its limit of products.',
  'storage-quota': 'The account or shop has reached its limit of photos and voices.',
  'too-large': 'The request is too large.',
  'not-a-photo': 'This is not a JPEG, PNG or WebP photo.',
  'not-a-voice': 'This is not an MP3 recording.',
  'too-many': 'Too many requests.',
  'address-quota': 'The network has reached its limit for now.',
  internal: 'The server failed.',
  unavailable: 'A service does not answer now.',
  'storage-full': 'The server has no storage space left.',
}

/** The error to send, and an HTTP status that replaces the default one of its code. */
interface ProblemResponse {
  apiError: ApiError
  status?: number
}

/** Seconds after which a retry makes sense. */
const RETRY_AFTER: Record<Incident, number> = { unavailable: 3, 'storage-full': 30 }

const toProblemResponse = (error: FastifyError, request: FastifyRequest): ProblemResponse => {
  if (error.validation) {
    const isUnknownPath = error.validationContext === 'params' && request.method === 'GET'
    return {
      apiError: isUnknownPath
        ? new ApiError('not-found')
        : new ApiError('bad-input', validationErrors(error)),
    }
  }
  const status = error.statusCode ?? 500
  if (status === 413) return { apiError: new ApiError('too-large') }
  if (status === 415 || status === 406)
    return { apiError: new ApiError('bad-input', validationErrors(error)), status: 415 }
  if (status === 429) return { apiError: new ApiError('too-many') }
  if (status >= 400 && status < 500)
    return { apiError: new ApiError('bad-input', validationErrors(error)), status }
  const incident = classifyIncident(error)
  if (incident) return { apiError: new ApiError(incident, { retryAfter: RETRY_AFTER[incident] }) }
  // a conflict on the same rows that outlasted the retries
  if (isTransientError(error)) return { apiError: new ApiError('unavailable', { retryAfter: 1 }) }
  return { apiError: new ApiError('internal') }
}

const MAX_REPORTED_FIELDS = 20

export function sendProblem(reply: FastifyReply, apiError: ApiError, status?: number): FastifyReply {
  const { fields, retryAfter } = apiError.details
  const { apiVersion } = reply.request
  const current = currentFor(apiVersion, apiError.details.current)
  const problem: Problem = {
    type: 'about:blank',
    title: titles[apiError.code],
    status: status ?? failures[apiError.code],
    code: codeFor(apiVersion, apiError.code) as Problem['code'],
    ...(fields ? { fields: fields.slice(0, MAX_REPORTED_FIELDS) } : {}),
    ...(current === undefined ? {} : { current }),
  }
  if (retryAfter !== undefined) reply.header('retry-after', Math.max(1, Math.ceil(retryAfter)))
  return reply
    .code(problem.status)
    .headers({ 'content-type': 'application/problem+json; charset=utf-8', 'cache-control': 'no-store' })
    .send(JSON.stringify(problem))
}

/**
 * Fastify's error handler. ApiErrors and framework errors get the same format; unexpected errors are logged and hidden, and
 * database or disk errors are reported to the health monitor.
 */
export function handleError(error: FastifyError | ApiError, request: FastifyRequest, reply: FastifyReply) {
  if (error instanceof ApiError) return void sendProblem(reply, error, error.details.status)
  const { apiError, status } = toProblemResponse(error, request)
  if (apiError.code !== 'internal') reportIncident(error, request)
  else request.log.error({ err: error, route: request.routeOptions.url }, 'request failed')
  sendProblem(reply, apiError, status)
}

/** A request that the client aborted says nothing about the database or the disk. */
const reportIncident = (error: FastifyError, request: FastifyRequest) => {
  if (!request.raw.readableAborted) request.server.healthMonitor.report(error)
}
