export const USER = 'kaizhang'
export const PASSWORD = 'only-for-tests'

/** The addresses of the databases of a test's PostgreSQL, or of what stands before it. */
export const addressAt = (port: number) => (database: string) =>
  `postgres://${USER}:${PASSWORD}@127.0.0.1:${port}/${database}`
