import { getErrorCode } from '../../error-code'
import { NotReadyError, SetupError } from '../../setup-error'
import type { PostgresTarget } from './postgres-url'

/**
 * Codes for an unreachable server: sockets, shutdown, startup, too many connections. `XX000` is a pooler that lost its server, `25006` a
 * server that is no longer the primary: a new connection finds the new one.
 */
const CONNECTION_CODES =
  /^(ECONN\w+|EPIPE|ENOENT|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|57P0[1-5]|08\w{3}|53300|25006|XX000)$/

/** Messages of the client and of poolers for connection errors without a code. */
const CONNECTION_MESSAGES =
  /connection (terminated|timeout)|timeout (exceeded|expired)|read timeout|not queryable/i

/** Returns true when an error means that the database is unreachable. */
export const isConnectionError = (error: unknown): boolean =>
  CONNECTION_CODES.test(getErrorCode(error)) ||
  (error instanceof Error && CONNECTION_MESSAGES.test(error.message))

/** The oldest PostgreSQL version that is still maintained and tested here. */
const MIN_VERSION = 15

/** Returns a SetupError for a PostgreSQL that is too old; `number` is its `server_version_num`. */
export function checkServerVersion(number: number, { at }: PostgresTarget): SetupError | undefined {
  const version = Math.floor(number / 10_000)
  if (version >= MIN_VERSION) return undefined
  return new SetupError(
    `PostgreSQL at ${at} is version ${version}; Kaizhang needs ${MIN_VERSION} or newer. Upgrade it.`,
  )
}

const reasons: Record<string, (target: PostgresTarget) => string> = {
  '28P01': ({ at, user }) => `PostgreSQL at ${at} does not take this password for the user "${user}".`,
  '28000': ({ at, user }) => `PostgreSQL at ${at} does not let the user "${user}" in.`,
  '3D000': ({ at, database }) =>
    `PostgreSQL at ${at} has no database "${database}". Make it: createdb ${database}.`,
  '42501': ({ at, user, database }) =>
    `The user "${user}" may not make tables in "${database}" at ${at}. ` +
    `Let it own the database: alter database ${database} owner to ${user}.`,
}

/** Turns an error of opening the database into a SetupError that explains it; other errors are returned unchanged. */
export function explainPostgresError(
  error: unknown,
  target: PostgresTarget,
  setting = 'DATABASE_URL',
): unknown {
  const reason = reasons[getErrorCode(error)]
  if (reason) return new SetupError(`${reason(target)} (${setting})`)
  if (!isConnectionError(error)) return error
  const why = error instanceof Error ? error.message || getErrorCode(error) : ''
  return new NotReadyError(
    `PostgreSQL at ${target.at} does not answer (${why}). Is it running, and is ${setting} right?`,
  )
}
