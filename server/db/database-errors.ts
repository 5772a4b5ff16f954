/** PostgreSQL's code `connection_failure`. */
const CONNECTION_FAILURE = '08006'

/** The database cannot be reached, after several attempts. No statement was executed. */
export class DatabaseUnavailableError extends Error {
  readonly code = CONNECTION_FAILURE
}

/** The connection was lost during a statement, so its outcome is unknown. Transactions are idempotent and may be retried. */
export class DatabaseConnectionLostError extends Error {
  readonly code = CONNECTION_FAILURE
}
