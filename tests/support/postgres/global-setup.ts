import { connect } from '../../../server/db/connect'
import { startPostgresForTests } from './start-for-tests'
import { createTemplate } from './test-database'

declare global {
  var endPostgres: (() => Promise<void>) | undefined
}

/** Jest's global setup: starts one PostgreSQL with a migrated template database, and one pgbouncer, for the run. */
export default async function begin(): Promise<void> {
  globalThis.endPostgres = await startPostgresForTests()
  await createTemplate(async (address) => (await connect(address)).close())
}
