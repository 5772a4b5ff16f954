import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import type { Problem } from '@/contract/problem'
import { failures, type SentFailureCode } from '@/domain/failure'
import { ApiError } from '../api-error'
import { isTransientError } from '../db/retry'
import { classifyIncident, type Incident } from '../incident'
import { sanitizeError } from '../sanitize-error'
import { validationErrors } from './validation-errors'

const titles: Record<SentFailureCode, string> = {
  'bad-input': 'The request does not fit.',
  'signed-out': 'Sign in first.',
  'key-wrong': 'No shop has this key.',
  'key-used': 'This key was used or replaced.',
  'invitation-wrong': 'No invitation has this code, or it has expired.',
  'invitation-used': 'This invitation was used.',
  'code-wrong': 'No hand-over has this code.',
  'code-expired': 'This code has expired.',
  'code-used': 'This code was used.',
  'card-wrong': 'These are not the pictures of the card.',
  'card-locked': 'The card is locked after too many wrong pictures.',
  'card-used': 'No card has this code, or it was used or replaced.',
  'not-found': 'There is no such thing here.',
  'not-allowed-now': 'This step is not open now.',
  'too-many-steps': 'This order has had as many steps as it may.',
  'version-conflict': 'It was changed meanwhile.',
  'idempotency-conflict': 'This id was used for another request.',
  'price-changed': 'The price is another now.',
  'out-of-stock': 'There is not enough left.',
  'product-gone': 'Something is no longer sold.',
  'shop-closed': 'The shop is closed.',
  'slot-full': 'The day or half day has as many orders as it can take.',
  'slot-gone': 'The day or half day cannot be chosen.',
  'payment-unavailable': 'It cannot be paid this way.',
  'too-many-waiting': 'Too many orders wait for the shop already.',
  'ask-the-shop': 'So much has to be agreed with the shop.',
  'buyer-blocked': 'The shop takes no orders of this account.',
  'lesson-over': 'The lesson is over.',
  'lesson-full': 'The lesson has no free seat.',
  'staff-quota': 'The centre has as many people or invitations as it may.',
  'staff-only': 'This code is for people of a centre.',
  'own-code': 'A code is taken on another phone than the one that made it.',
  'help-over': 'The help is over.',
  'help-quota': 'Too many shops wait to be taken over from this account.',
  'demo-unavailable': 'This server offers no demo worlds.',
  'demo-full': 'As many demo worlds run as may run at once.',
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

/** Maximum number of invalid fields in a response. */
const MAX_REPORTED_FIELDS = 20

/** Sends an ApiError as RFC 9457 problem details. */
export function sendProblem(reply: FastifyReply, apiError: ApiError, status?: number): FastifyReply {
  const { fields, current, retryAfter } = apiError.details
  const problem: Problem = {
    type: 'about:blank',
    title: titles[apiError.code],
    status: status ?? failures[apiError.code],
    code: apiError.code,
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
export function handleError(
  error: FastifyError | ApiError,
  request: FastifyRequest,
  reply: FastifyReply,
): void {
  if (error instanceof ApiError) return void sendProblem(reply, error, error.details.status)
  const { apiError, status } = toProblemResponse(error, request)
  if (apiError.code !== 'internal') reportIncident(error, request)
  else request.log.error({ fault: sanitizeError(error), route: request.routeOptions.url }, 'request failed')
  sendProblem(reply, apiError, status)
}

/** A request that the client aborted says nothing about the database or the disk. */
const reportIncident = (error: FastifyError, request: FastifyRequest) => {
  if (!request.raw.readableAborted) request.server.healthMonitor.report(error)
}
