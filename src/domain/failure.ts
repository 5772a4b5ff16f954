import type { Problem } from '@/contract/problem'

/** Every failure code of a call, with its HTTP status. Only the client produces those with 0. */
export const failures = {
  'bad-input': 400,
  'signed-out': 401,
  'key-wrong': 403,
  'key-used': 403,
  'invitation-wrong': 403,
  'invitation-used': 403,
  'code-wrong': 403,
  'code-expired': 403,
  'code-used': 403,
  'card-wrong': 403,
  'card-locked': 403,
  'card-used': 403,
  'not-found': 404,
  'not-allowed-now': 409,
  'too-many-steps': 409,
  'version-conflict': 409,
  'idempotency-conflict': 409,
  'price-changed': 409,
  'out-of-stock': 409,
  'product-gone': 409,
  'shop-closed': 409,
  'payment-unavailable': 409,
  'too-many-waiting': 409,
  'ask-the-shop': 409,
  'slot-full': 409,
  'slot-gone': 409,
  'buyer-blocked': 409,
  'group-buy-over': 409,
  'group-buy-cancelled': 409,
  'group-buy-full': 409,
  'group-buy-quota': 409,
  'lesson-over': 409,
  'lesson-full': 409,
  'staff-quota': 409,
  'staff-only': 409,
  'own-code': 409,
  'help-over': 409,
  'help-quota': 409,
  'demo-unavailable': 409,
  'demo-full': 409,
  'shop-quota': 409,
  'product-quota': 409,
  'storage-quota': 409,
  'too-large': 413,
  'not-a-photo': 415,
  'not-a-voice': 415,
  'too-many': 429,
  'address-quota': 429,
  internal: 500,
  unavailable: 503,
  'storage-full': 503,
  offline: 0,
  timeout: 0,
  unreadable: 0,
  'no-login': 0,
} as const

export type FailureCode = keyof typeof failures

export type SentFailureCode = Exclude<FailureCode, 'offline' | 'timeout' | 'unreadable' | 'no-login'>

/** A validation error of one input field. `path` is a JSON pointer, `message` a plain reason. */
export type FieldError = NonNullable<Problem['fields']>[number]

/** A failed call as the client returns it. `current` is the present state, for the codes that carry one. */
export interface Failure extends Pick<Problem, 'code' | 'status' | 'fields' | 'current'> {
  /** Seconds until a retry makes sense. */
  retryAfter?: number
}

/** True for temporary failures, after which the same request may be retried. */
export const isTransient = (code: FailureCode): boolean =>
  [
    'offline',
    'timeout',
    'unavailable',
    'storage-full',
    'too-many',
    'address-quota',
    'internal',
    'unreadable',
    'no-login',
  ].includes(code)
