import { join } from 'node:path'
import { connect } from '../db/connect'
import type { Settings } from '../settings'
import { keySecret, prepareFolder } from '../start/folder'
import { knownMark, secretMark, writeMark } from '../start/secret-fingerprint'
import type { Tell } from './copy-rows'
import { DATABASE } from './open-file'
import { missingPhotos, PHOTOS, photoFiles } from './save-photos'

/**
 * Makes the secret that the settings name the one of the database, over another one. The keys that owners have stay good, as
 * only their hashes are compared.
 */
export async function acceptSecret(settings: Settings, tell: Tell): Promise<void> {
  const { dataDir, databaseUrl } = settings
  prepareFolder(dataDir)
  const db = await connect(databaseUrl ?? join(dataDir, DATABASE), { connections: 1 })
  try {
    const mark = secretMark(keySecret(dataDir, settings.keySecret))
    if ((await knownMark(db.query)) === mark) tell(`${db.about} knows this secret already.`)
    else {
      await writeMark(db, mark, true)
      tell(`From now on ${db.about} is used with the new secret. Owners’ keys stay good.`)
      tell('Start every server with it: one that still has the old secret is refused at its next start.')
    }
    const files = (await photoFiles(join(dataDir, PHOTOS))).map((path) => `${PHOTOS}/${path}`)
    const missing = await missingPhotos(db.query, new Set(files))
    if (missing > 0)
      tell(
        `Warning: ${missing} photos that shops show are not in ${join(dataDir, PHOTOS)}. Is DATA_DIR right?`,
      )
  } finally {
    await db.close()
  }
}
