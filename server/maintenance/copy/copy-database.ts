import { isPostgresUrl } from '../../db/connect'
import { readMigrationLevel } from '../../db/migration-level'
import { SetupError } from '../../setup-error'
import { explainDataError } from '../../start/data-errors'
import { checkLevelCurrent } from '../migration-level'
import { databaseFile, type MaintenanceFile, openExclusive } from '../open-file'
import type { Report } from './copy-rows'
import type { Digest } from './digest'
import { fillPostgres } from './fill-postgres'
import { readTables } from './read-tables'

/**
 * Copies the SQLite database of a data folder (or a file) into an empty PostgreSQL database; returns its name and digest.
 * Photos are not copied. A failure leaves both sides unchanged.
 */
export async function copyDatabase(
  from: string,
  address: string,
  report: Report,
): Promise<{ digest: Digest; about: string }> {
  if (!isPostgresUrl(address))
    throw new SetupError('--to must begin with postgres:// (postgres://user:password@host:5432/database).')
  const file = databaseFile(from)
  let source: MaintenanceFile | undefined
  try {
    source = openExclusive(file)
    checkLevelCurrent(await readMigrationLevel(source.query), file)
    const shapes = await readTables(source.query)
    const ifOccupied = 'A copy needs an empty database: createdb makes one.'
    return await fillPostgres({ address, from: source.query, shapes, report, ifOccupied })
  } catch (error) {
    throw explainDataError(error, file)
  } finally {
    source?.close()
  }
}
