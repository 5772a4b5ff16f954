import { SetupError } from '../../setup-error'

/** The parts of a PostgreSQL URL that may be shown, which excludes the password. */
export interface PostgresTarget {
  user: string
  /** Host and port, or the folder of a Unix socket. */
  at: string
  database: string
}

/**
 * Parses `postgres://user:password@host:port/database`; a Unix socket is `…@localhost/database?host=/run/postgresql`.
 * @throws SetupError
 */
export function parsePostgresUrl(address: string, setting = 'DATABASE_URL'): PostgresTarget {
  const url = URL.canParse(address) ? new URL(address) : undefined
  const database = url?.pathname.slice(1) ?? ''
  if (!url || !/^postgres(ql)?:$/.test(url.protocol) || !database)
    throw new SetupError(
      `${setting} is not an address like postgres://user:password@host:5432/database. ` +
        'Letters such as @ : / # in the password are written as %40 %3A %2F %23.',
    )
  const socket = url.searchParams.get('host')
  const at = socket ?? `${url.hostname || 'localhost'}:${url.port || 5432}`
  return { user: decodeURIComponent(url.username), at, database: decodeURIComponent(database) }
}
