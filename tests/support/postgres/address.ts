export const USER = 'kaizhang'
export const PASSWORD = 'only-for-tests'

/** Returns a function that builds database URLs for a PostgreSQL or pgbouncer on this port. */
export const addressAt = (port: number) => (database: string) =>
  `postgres://${USER}:${PASSWORD}@127.0.0.1:${port}/${database}`
