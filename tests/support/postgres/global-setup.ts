import { connect } from '../../../server/db/connect'
import { startBouncer } from './bouncer'
import { queryOnce } from './query'
import { startPostgres } from './start-postgres'
import { TEMPLATE } from './test-database'

declare global {
  var endPostgres: (() => Promise<void>) | undefined
}

/** Jest's global setup: starts one PostgreSQL with a migrated template database, and one pgbouncer, for the run. */
export default async function begin(): Promise<void> {
  const postgres = await startPostgres()
  const bouncer = await startBouncer(postgres)
  globalThis.endPostgres = async () => {
    await bouncer.stop()
    await postgres.stop()
  }
  await queryOnce(postgres.address('postgres'), `create database ${TEMPLATE}`)
  await (await connect(postgres.address(TEMPLATE))).close()
  process.env.KZ_POSTGRES = postgres.address('postgres')
  process.env.KZ_BOUNCER = bouncer.address('postgres')
}
