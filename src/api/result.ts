import type { Failure, FailureCode } from '@/domain/failure'
import type { RawReply } from './http'

export type Result<T> = { ok: true; data: T } | { ok: false; failure: Failure }

export const failure = (code: FailureCode, more: Partial<Failure> = {}): { ok: false; failure: Failure } => ({
  ok: false,
  failure: { code, status: 0, ...more },
})

function parse(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}

const isProblem = (value: unknown): value is Omit<Failure, 'retryAfter'> =>
  typeof value === 'object' && value !== null && typeof (value as { code?: unknown }).code === 'string'

/** Converts a reply to its data (2xx), to the failure it describes, or to an `unreadable` failure. */
export function readReply<T>(reply: RawReply): Result<T> {
  const value = parse(reply.body)
  if (reply.status >= 200 && reply.status < 300 && value !== undefined) return { ok: true, data: value as T }
  if (!isProblem(value)) return failure('unreadable', { status: reply.status })
  return {
    ok: false,
    failure: {
      code: value.code,
      status: reply.status,
      ...(value.fields ? { fields: value.fields } : {}),
      ...(value.current === undefined ? {} : { current: value.current }),
      ...(reply.retryAfter ? { retryAfter: reply.retryAfter } : {}),
    },
  }
}
