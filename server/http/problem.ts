import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import type { Problem } from '@/contract/problem'
import { type FailureCode, failures } from '@/domain/failure'
import { ApiError } from '../api-error'
import { isTransientError } from '../db/retry'
import { type Incident, incidentOf } from '../incident'
import { sanitizeError } from '../sanitize-error'
import { validationErrors } from './validation-errors'

const titles: Partial<Record<FailureCode, string>> = {
  'bad-input': 'The request does not fit.',
  'signed-out': 'Sign in first.',
  'key-wrong': 'No shop has this key.',
  'key-used': 'This key was used or replaced.',
  'not-found': 'There is no such thing here.',
  'not-allowed-now': 'This step is not open now.',
  'version-conflict': 'It was changed meanwhile.',
  'idempotency-conflict': 'This id was used for another request.',
  'price-changed': 'The price is another now.',
  'out-of-stock': 'There is not enough left.',
  'product-gone': 'Something is no longer sold.',
  'shop-closed': 'The shop is closed.',
  'payment-unavailable': 'It cannot be paid this way.',
  'too-many-waiting': 'Too many orders wait for the shop already.',
  'ask-the-shop': 'So much has to be agreed with the shop.',
  'buyer-blocked': 'The shop takes no orders of this account.',
  'shop-quota': 'This account has opened as many shops as it may.',
  'product-quota': 'This shop has as many products as it may.',
  'storage-quota': 'This account or shop has stored as many photos and voices as it may.',
  'too-large': 'The request is too large.',
  'not-a-photo': 'This is not a JPEG, PNG or WebP photo.',
  'not-a-voice': 'This is not a recording in MP3.',
  'too-many': 'Too many requests.',
  'address-quota': 'This network has opened or uploaded as much as it may today.',
  internal: 'The server failed.',
  unavailable: 'A service does not answer now.',
  'storage-full': 'There is no room left to store anything.',
}

/** A refusal, and a status where HTTP knows a closer one than the code's. */
interface Answer {
  refused: ApiError
  status?: number
}

/** Seconds after which asking again is worth it. */
const AGAIN_AFTER: Record<Incident, number> = { unavailable: 3, 'storage-full': 30 }

const answerTo = (error: FastifyError, request: FastifyRequest): Answer => {
  if (error.validation) {
    const unknownAddress = error.validationContext === 'params' && request.method === 'GET'
    return {
      refused: unknownAddress
        ? new ApiError('not-found')
        : new ApiError('bad-input', validationErrors(error)),
    }
  }
  const status = error.statusCode ?? 500
  if (status === 413) return { refused: new ApiError('too-large') }
  if (status === 415 || status === 406)
    return { refused: new ApiError('bad-input', validationErrors(error)), status: 415 }
  if (status === 429) return { refused: new ApiError('too-many') }
  if (status >= 400 && status < 500)
    return { refused: new ApiError('bad-input', validationErrors(error)), status }
  const trouble = incidentOf(error)
  if (trouble) return { refused: new ApiError(trouble, { retryAfter: AGAIN_AFTER[trouble] }) }
  // too many at the same rows, for longer than it was tried again here
  if (isTransientError(error)) return { refused: new ApiError('unavailable', { retryAfter: 1 }) }
  return { refused: new ApiError('internal') }
}

/** Enough to put right at once; a request may be wrong in thousands of places. */
const FIELDS_TOLD = 20

/** Answers a refusal as RFC 9457 problem details. */
export function sendRefusal(reply: FastifyReply, refused: ApiError, status?: number): FastifyReply {
  const { fields, current, retryAfter } = refused.facts
  const problem: Problem = {
    type: 'about:blank',
    title: titles[refused.code] ?? refused.code,
    status: status ?? failures[refused.code],
    code: refused.code,
    ...(fields ? { fields: fields.slice(0, FIELDS_TOLD) } : {}),
    ...(current === undefined ? {} : { current }),
  }
  if (retryAfter !== undefined) reply.header('retry-after', Math.max(1, Math.ceil(retryAfter)))
  return reply
    .code(problem.status)
    .headers({ 'content-type': 'application/problem+json; charset=utf-8', 'cache-control': 'no-store' })
    .send(JSON.stringify(problem))
}

/**
 * The error handler: what the rules refuse and what the framework refuses look the same; faults of ours are logged and
 * hidden, troubles of the database or the disk are noted. A request that was broken off tells of neither.
 */
export function onError(error: FastifyError | ApiError, request: FastifyRequest, reply: FastifyReply): void {
  if (error instanceof ApiError) return void sendRefusal(reply, error, error.facts.status)
  const { refused, status } = answerTo(error, request)
  if (refused.code !== 'internal') noteTrouble(error, request)
  else request.log.error({ fault: sanitizeError(error), route: request.routeOptions.url }, 'request failed')
  sendRefusal(reply, refused, status)
}

const noteTrouble = (error: FastifyError, request: FastifyRequest) => {
  if (!request.raw.readableAborted) request.server.healthMonitor.note(error)
}
