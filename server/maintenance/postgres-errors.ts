import { getErrorCode } from '../error-code'
import { SetupError } from '../setup-error'
import { CopyMismatchError } from './copy/copy-rows'

const reasons: readonly [code: RegExp, text: (about: string) => string][] = [
  [/^42P07$/, (about) => `${about} has tables of another program. Use a database of its own.`],
  [/^25006$/, (about) => `${about} cannot be written: it is a replica, or read only.`],
  [/^(22|23)/, (about) => `${about} cannot keep one of the rows.`],
  [/^(53100|53200)$/, (about) => `${about} has no room left.`],
  [/^55P03$/, (about) => `${about} is in use. Stop the servers on it first.`],
  [/^08006$/, (about) => `The connection to ${about} broke.`],
]

/** Turns a known PostgreSQL error into a `SetupError` of one line; other errors are returned unchanged. */
export function toFillError(error: unknown, about: string): unknown {
  if (error instanceof CopyMismatchError)
    return new SetupError(
      `${about} did not keep what it was given (${error.message}). It was left as it was.`,
    )
  const code = getErrorCode(error)
  const text = reasons.find(([pattern]) => pattern.test(code))?.[1]
  return text ? new SetupError(`${text(about)} It was left as it was. (${code})`) : error
}
