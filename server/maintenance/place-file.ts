import { SetupError } from '../settings'
import { holdFile } from './held-file'
import { OCCUPIED, type Place, type Putting } from './place'
import { putSecret } from './put-secret'

/** The SQLite database of an installation. */
export async function placeFile({ staged, installation, replace, aside }: Putting): Promise<Place> {
  const { dataDir } = installation
  const held = await holdFile(dataDir)
  if (!replace && (held.state === 'used' || held.state === 'damaged')) {
    held.letGo()
    const state = held.state === 'used' ? 'not empty' : 'damaged'
    throw new SetupError(`The database in ${dataDir} is ${state}. ${OCCUPIED}`)
  }
  return {
    letGo: held.letGo,
    async put() {
      const undo = putSecret(staged.secret, dataDir, aside)
      try {
        await held.replace(staged.file, aside)
      } catch (error) {
        undo()
        throw error
      }
    },
  }
}
