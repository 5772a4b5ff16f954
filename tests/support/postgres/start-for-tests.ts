import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
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
  const free = mkdtempSync(path.join(tmpdir(), 'kz-free-databases-'))
  process.env.KZ_FREE_DATABASES = free
  return async () => {
    await bouncer.stop()
    await postgres.stop()
    rmSync(free, { recursive: true })
  }
}
