import { SetupError } from '../../settings'

/** What people are told of an address: everything but the password. */
export interface Place {
  user: string
  /** Host and port, or the folder of a socket. */
  at: string
  database: string
}

/** Reads `postgres://user:password@host:port/database`; a socket is `…@localhost/database?host=/run/postgresql`. */
export function placeOf(address: string, setting = 'DATABASE_URL'): Place {
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
