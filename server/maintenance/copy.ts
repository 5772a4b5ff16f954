import { isAddress } from '../db/connect'
import { SetupError } from '../settings'
import { plainDataFault } from '../start/data-faults'
import type { Tell } from './copy-rows'
import type { Digest } from './digest'
import { fillPostgres } from './fill-postgres'
import { levelOf, sameLevel } from './level'
import { databaseFile, type MaintenanceFile, openAlone } from './open-file'
import { tablesOf } from './tables-of'

/**
 * Copies the SQLite database of a data folder (or a file) into an empty PostgreSQL, of which it answers the name and
 * the content. Photos are files and stay where they are. Whatever fails leaves both sides as they were.
 */
export async function copyDatabase(
  from: string,
  address: string,
  tell: Tell,
): Promise<{ digest: Digest; about: string }> {
  if (!isAddress(address))
    throw new SetupError('--to must begin with postgres:// (postgres://user:password@host:5432/database).')
  const file = databaseFile(from)
  let source: MaintenanceFile | undefined
  try {
    source = openAlone(file)
    sameLevel(await levelOf(source.query), file)
    const shapes = await tablesOf(source.query)
    const occupied = 'A copy needs an empty database: createdb makes one.'
    return await fillPostgres({ address, from: source.query, shapes, tell, occupied })
  } catch (error) {
    throw plainDataFault(error, file)
  } finally {
    source?.close()
  }
}
