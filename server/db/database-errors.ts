/** The class of PostgreSQL's codes for connections that are no more. */
const CONNECTION_FAILURE = '08006'

/** The database cannot be reached; nothing was done. It was tried for a while already. */
export class DatabaseUnavailableError extends Error {
  readonly code = CONNECTION_FAILURE
}

/** The connection broke while something was asked: whether it was done is not known. Asking again is harmless. */
export class DatabaseConnectionLostError extends Error {
  readonly code = CONNECTION_FAILURE
}
