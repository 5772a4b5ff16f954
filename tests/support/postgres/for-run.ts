import { connect } from '../../../server/db/connect'
import { ask } from './ask'
import { startBouncer } from './bouncer'
import { TEMPLATE } from './fresh'
import { startPostgres } from './start'

declare global {
  var endPostgres: (() => Promise<void>) | undefined
}

/** Jest's global setup: one PostgreSQL with a migrated database to copy, and one pgbouncer, for all files of a run. */
export default async function begin(): Promise<void> {
  const postgres = await startPostgres()
  const bouncer = await startBouncer(postgres)
  globalThis.endPostgres = async () => {
    await bouncer.stop()
    await postgres.stop()
  }
  await ask(postgres.address('postgres'), `create database ${TEMPLATE}`)
  await (await connect(postgres.address(TEMPLATE))).close()
  process.env.KZ_POSTGRES = postgres.address('postgres')
  process.env.KZ_BOUNCER = bouncer.address('postgres')
}
