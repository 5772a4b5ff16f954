import type { FieldError, SentFailureCode } from '@/domain/failure'

interface ApiErrorDetails {
  fields?: FieldError[]
  current?: unknown
  /** Seconds until a retry makes sense; sent as `Retry-After`. */
  retryAfter?: number
  /** An HTTP status that replaces the default one of the code. */
  status?: number
}

/** A rejected request. It is answered with problem details (RFC 9457) and the status of its code. */
export class ApiError extends Error {
  constructor(
    readonly code: SentFailureCode,
    readonly details: ApiErrorDetails = {},
  ) {
    super(code)
  }
}

/** A `bad-input` error for one field, which `path` names as a JSON pointer. */
export const badInput = (path: string, message: string): ApiError =>
  new ApiError('bad-input', { fields: [{ path, message }] })
