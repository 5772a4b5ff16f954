/** Jest's global teardown: stops PostgreSQL and pgbouncer. */
export default async function end(): Promise<void> {
  await globalThis.endPostgres?.()
}
