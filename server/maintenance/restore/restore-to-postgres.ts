import { existsSync, renameSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Query } from '../../db/database'
import { saveRows } from '../backup/save-database'
import { fillPostgres, requireEmptyDatabase } from '../copy/fill-postgres'
import { readTables } from '../copy/read-tables'
import { syncToDisk } from '../copy-file'
import { DATABASE, openSnapshot } from '../open-file'
import { installSecret } from './install-secret'
import { OCCUPIED_HINT, type RestoreTarget, type RestoreTargetOptions } from './restore-target'

/** Prepares the installation's PostgreSQL database as the target of a restore. */
export async function preparePostgresTarget(
  { staged, installation, replace, aside, report }: RestoreTargetOptions,
  address: string,
): Promise<RestoreTarget> {
  if (!replace) await requireEmptyDatabase(address, OCCUPIED_HINT)
  const source = openSnapshot(staged.file)
  const savedFile = join(dirname(staged.file), 'before.db')
  async function saveExisting(existing: Query) {
    report('Keeping what is there…')
    await saveRows(existing, 'What is there', savedFile, () => undefined)
    await syncToDisk(savedFile)
  }
  return {
    release: source.close,
    async apply() {
      let undo = () => {}
      const beforeCommit = () => {
        if (existsSync(savedFile)) renameSync(savedFile, join(aside(), DATABASE))
        undo = installSecret(staged.secret, installation.dataDir, aside)
      }
      const shapes = await readTables(source.query)
      const ifOccupied = replace ? { saveExisting } : OCCUPIED_HINT
      try {
        await fillPostgres({ address, from: source.query, shapes, report, ifOccupied, beforeCommit })
      } catch (error) {
        undo()
        throw error
      }
    },
  }
}
