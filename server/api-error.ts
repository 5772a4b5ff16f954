import type { FailureCode, FieldFault } from '@/domain/failure'

interface RefusedFacts {
  fields?: FieldFault[]
  current?: unknown
  /** Seconds until it may be tried again. */
  retryAfter?: number
  /** A status where HTTP knows a closer one than the code's. */
  status?: number
}

/** A request that the rules refuse; it becomes a problem answer with the code's status. */
export class ApiError extends Error {
  constructor(
    readonly code: FailureCode,
    readonly facts: RefusedFacts = {},
  ) {
    super(code)
  }
}

/** Bad input at one field, by its JSON pointer. */
export const badInput = (path: string, message: string): ApiError =>
  new ApiError('bad-input', { fields: [{ path, message }] })
