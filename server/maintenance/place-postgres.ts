import { existsSync, renameSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Query } from '../db/database'
import { onDisk } from './copy-file'
import { fillPostgres, refuseOccupied } from './fill-postgres'
import { DATABASE, openMoment } from './open-file'
import { OCCUPIED, type Place, type Putting } from './place'
import { putSecret } from './put-secret'
import { saveRows } from './save-database'
import { tablesOf } from './tables-of'

/** The PostgreSQL database of an installation. */
export async function placePostgres(
  { staged, installation, replace, aside, tell }: Putting,
  address: string,
): Promise<Place> {
  if (!replace) await refuseOccupied(address, OCCUPIED)
  const source = openMoment(staged.file)
  const before = join(dirname(staged.file), 'before.db')
  async function keep(held: Query) {
    tell('Keeping what is there…')
    await saveRows(held, 'What is there', before, () => undefined)
    await onDisk(before)
  }
  return {
    letGo: source.close,
    async put() {
      let undo = () => {}
      const last = () => {
        if (existsSync(before)) renameSync(before, join(aside(), DATABASE))
        undo = putSecret(staged.secret, installation.dataDir, aside)
      }
      const shapes = await tablesOf(source.query)
      const occupied = replace ? { keep } : OCCUPIED
      try {
        await fillPostgres({ address, from: source.query, shapes, tell, occupied, last })
      } catch (error) {
        undo()
        throw error
      }
    },
  }
}
