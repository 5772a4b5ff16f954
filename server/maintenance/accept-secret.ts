import { join } from 'node:path'
import { connect } from '../db/connect'
import type { Settings } from '../settings'
import { prepareDataFolder, readKeySecret } from '../start/data-folder'
import { fingerprintSecret, readFingerprint, writeFingerprint } from '../start/secret-fingerprint'
import { missingPhotos, PHOTOS, photoFiles } from './backup/save-photos'
import type { Report } from './copy/copy-rows'
import { DATABASE } from './open-file'

/**
 * Makes the secret of the settings the one of the database. Owners' keys stay valid, because only their hashes are compared.
 */
export async function acceptSecret(settings: Settings, report: Report): Promise<void> {
  const { dataDir, databaseUrl } = settings
  prepareDataFolder(dataDir)
  const db = await connect(databaseUrl ?? join(dataDir, DATABASE), { connections: 1 })
  try {
    const mark = fingerprintSecret(readKeySecret(dataDir, settings.keySecret))
    if ((await readFingerprint(db.query)) === mark) report(`${db.description} knows this secret already.`)
    else {
      await writeFingerprint(db, mark, true)
      report(`From now on ${db.description} is used with the new secret. Owners’ keys stay good.`)
      report('Start every server with it: one that still has the old secret is refused at its next start.')
    }
    const files = (await photoFiles(join(dataDir, PHOTOS))).map((path) => `${PHOTOS}/${path}`)
    const missing = await missingPhotos(db.query, new Set(files))
    if (missing > 0)
      report(
        `Warning: ${missing} photos that shops show are not in ${join(dataDir, PHOTOS)}. Is DATA_DIR right?`,
      )
  } finally {
    await db.close()
  }
}
