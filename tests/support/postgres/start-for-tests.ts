import { startBouncer } from './bouncer'
import { startPostgres } from './start-postgres'

/**
 * Starts PostgreSQL and pgbouncer for the test databases of this process and its children. Returns a function that
 * stops them.
 */
export async function startPostgresForTests(): Promise<() => Promise<void>> {
  const postgres = await startPostgres()
  const bouncer = await startBouncer(postgres)
  process.env.KZ_POSTGRES = postgres.address('postgres')
  process.env.KZ_BOUNCER = bouncer.address('postgres')
  return async () => {
    await bouncer.stop()
    await postgres.stop()
  }
}
