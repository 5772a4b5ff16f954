import { SetupError } from '../../setup-error'
import { lockDatabase } from '../locked-database'
import { installSecret } from './install-secret'
import { OCCUPIED_HINT, type RestoreTarget, type RestoreTargetOptions } from './restore-target'

/** Locks the installation's SQLite database as the target of a restore. */
export async function prepareSqliteTarget({
  staged,
  installation,
  replace,
  aside,
}: RestoreTargetOptions): Promise<RestoreTarget> {
  const { dataDir } = installation
  const database = await lockDatabase(dataDir)
  if (!replace && (database.state === 'used' || database.state === 'damaged')) {
    database.release()
    const state = database.state === 'used' ? 'not empty' : 'damaged'
    throw new SetupError(`The database in ${dataDir} is ${state}. ${OCCUPIED_HINT}`)
  }
  return {
    release: database.release,
    async apply() {
      const undo = installSecret(staged.secret, dataDir, aside)
      try {
        await database.replace(staged.file, aside)
      } catch (error) {
        undo()
        throw error
      }
    },
  }
}
