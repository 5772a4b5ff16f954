import { codeOf } from '../../error-code'
import { NotYet, SetupError } from '../../settings'
import type { Place } from './place'

/** Codes of a server that is not there, not yet, or no longer: sockets, shutdown, start, too many connections. */
const GONE =
  /^(ECONN\w+|EPIPE|ENOENT|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|57P0[1-5]|08\w{3}|53300)$/

/** What the client and poolers say without a code. */
const SAID = /connection (terminated|timeout)|timeout (exceeded|expired)|read timeout|not queryable/i

/** True when an error says that the database is away, whatever was asked. */
export const isAway = (error: unknown): boolean =>
  GONE.test(codeOf(error)) || (error instanceof Error && SAID.test(error.message))

/** The oldest PostgreSQL that is still cared for by its makers, and that the tests run on. */
const OLDEST = 15

export function versionFault(number: number, { at }: Place): SetupError | undefined {
  const version = Math.floor(number / 10_000)
  if (version >= OLDEST) return undefined
  return new SetupError(
    `PostgreSQL at ${at} is version ${version}; Kaizhang needs ${OLDEST} or newer. Upgrade it.`,
  )
}

const reasons: Record<string, (place: Place) => string> = {
  '28P01': ({ at, user }) => `PostgreSQL at ${at} does not take this password for the user "${user}".`,
  '28000': ({ at, user }) => `PostgreSQL at ${at} does not let the user "${user}" in.`,
  '3D000': ({ at, database }) =>
    `PostgreSQL at ${at} has no database "${database}". Make it: createdb ${database}.`,
  '42501': ({ at, user, database }) =>
    `The user "${user}" may not make tables in "${database}" at ${at}. ` +
    `Let it own the database: alter database ${database} owner to ${user}.`,
}

/** What a person has to put right, when that is why the database could not be opened. */
export function plainFault(error: unknown, place: Place, setting = 'DATABASE_URL'): unknown {
  const reason = reasons[codeOf(error)]
  if (reason) return new SetupError(`${reason(place)} (${setting})`)
  if (!isAway(error)) return error
  const why = error instanceof Error ? error.message || codeOf(error) : ''
  return new NotYet(
    `PostgreSQL at ${place.at} does not answer (${why}). Is it running, and is ${setting} right?`,
  )
}
