import { getErrorCode } from './error-code'

/** Text that may be personal: phone numbers, ids, tokens and hashes, any script but Latin, and everything in quotes. */
const PERSONAL = /[0-9][0-9 -]{4,}[0-9]|[A-Za-z0-9_-]{20,}|[\u0250-\uffff]+|"[^"\n]*"?|`[^`\n]*`?/g

const STACK_FRAME = /^\s+at /

/** Replaces parts of a text that may be personal by `…` and cuts it to 300 characters. */
export const redact = (text: string): string => text.replace(PERSONAL, '…').slice(0, 300)

/** Checks the shape, as errors of native addons may be instances of another realm's `Error`. */
const isError = (value: unknown): value is Error =>
  typeof value === 'object' &&
  value !== null &&
  'message' in value &&
  typeof value.message === 'string' &&
  'name' in value

/**
 * Formats an error for the log: name, code, redacted message and stack frames. The message is redacted because parsers and
 * databases quote the values that they reject.
 */
export function sanitizeError(error: unknown): string {
  if (!isError(error)) return typeof error
  const frames = (error.stack ?? '').split('\n').filter((line) => STACK_FRAME.test(line))
  const code = getErrorCode(error)
  return [`${error.name}${code ? ` ${code}` : ''}: ${redact(error.message)}`, ...frames].join('\n')
}
