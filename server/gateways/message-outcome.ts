/**
 * The outcome of sending a message. `gone`: the channel no longer exists. `refused`: it will never be accepted. `later`: it was certainly
 * not delivered and can be sent again. `unknown`: without an answer, it may have been delivered.
 */
export type SendOutcome = 'sent' | 'gone' | 'refused' | 'later' | 'unknown'

/** Connection errors before anything was sent. */
const NOT_SENT = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ENETUNREACH', 'EHOSTUNREACH']

/** The outcome of a request that got no answer. */
export function outcomeOfError(error: unknown): 'later' | 'unknown' {
  const cause: unknown = error instanceof Error ? error.cause : undefined
  const code = cause instanceof Error ? Reflect.get(cause, 'code') : undefined
  return NOT_SENT.includes(String(code)) ? 'later' : 'unknown'
}
