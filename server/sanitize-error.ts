import { codeOf } from './error-code'

/** What may be somebody's: numbers of phones, ids, tokens and hashes, any script but Latin, and whatever stands in quotes. */
const SOMEBODYS = /[0-9][0-9 -]{4,}[0-9]|[A-Za-z0-9_-]{20,}|[\u0250-\uffff]+|"[^"\n]*"?|`[^`\n]*`?/g

const FRAME = /^\s+at /

/** A text without what may be somebody's. */
export const unnamed = (text: string): string => text.replace(SOMEBODYS, '…').slice(0, 300)

/** By what it has: a native addon's errors may come from another realm's `Error`. */
const isError = (fault: unknown): fault is Error =>
  typeof fault === 'object' &&
  fault !== null &&
  'message' in fault &&
  typeof fault.message === 'string' &&
  'name' in fault

/**
 * An error as it is logged: its name, its code, the frames it came by, and its message without what may be somebody's.
 * Parsers and databases quote the values that they stumble over.
 */
export function sanitizeError(error: unknown): string {
  if (!isError(error)) return typeof error
  const frames = (error.stack ?? '').split('\n').filter((line) => FRAME.test(line))
  const code = codeOf(error)
  return [`${error.name}${code ? ` ${code}` : ''}: ${unnamed(error.message)}`, ...frames].join('\n')
}
