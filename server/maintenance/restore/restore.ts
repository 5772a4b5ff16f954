import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { prepareDataFolder, SECRET_FILE } from '../../start/data-folder'
import { fingerprintSecret } from '../../start/secret-fingerprint'
import type { Installation } from '../backup/backup'
import { verifyChecksums } from '../backup/checksums'
import { type Manifest, readManifest } from '../backup/manifest'
import { stageBackup } from '../backup/stage-backup'
import { formatTimestamp } from '../backup/timestamp'
import type { Report } from '../copy/copy-rows'
import { syncToDisk } from '../copy-file'
import { checkLevelKnown } from '../migration-level'
import { restorePhotos } from './restore-photos'
import { preparePostgresTarget } from './restore-to-postgres'
import { prepareSqliteTarget } from './restore-to-sqlite'

interface RestoreOptions {
  /** The folder of a backup. */
  backup: string
  /** True when existing data may be put aside. */
  replace: boolean
  report: Report
}

interface RestoreResult {
  manifest: Manifest
  /** Number of photo and voice files. */
  photos: number
  /** Folder with the previous data, if there was any. */
  aside: string | undefined
}

/**
 * Restores a backup of either engine into an installation on either engine. Everything is verified first, then photos are
 * added and the database is replaced in one step. An interrupted restore leaves the old installation and can be repeated.
 */
export async function restore(
  installation: Installation,
  { backup, replace, report }: RestoreOptions,
): Promise<RestoreResult> {
  const { dataDir, databaseUrl } = installation
  const manifest = readManifest(backup)
  checkLevelKnown(manifest.migrations, `The backup ${backup}`)
  report('Reading the backup…')
  const sums = await verifyChecksums(backup, manifest)
  prepareDataFolder(dataDir)
  const stagingFolder = join(dataDir, 'restore.part')
  await rm(stagingFolder, { recursive: true, force: true })
  await mkdir(stagingFolder, { mode: 0o700 })
  const aside = createAsideFolder(dataDir)
  try {
    const staged = await stageBackup(backup, manifest, sums, stagingFolder)
    const targetOptions = { staged, installation, replace, aside: aside.folder, report }
    const target = await (databaseUrl === undefined
      ? prepareSqliteTarget(targetOptions)
      : preparePostgresTarget(targetOptions, databaseUrl))
    try {
      const photos = await restorePhotos(backup, dataDir, sums)
      await target.apply()
      reportSecret(installation, manifest, report)
      return { manifest, photos, aside: aside.createdPath() }
    } finally {
      target.release()
    }
  } finally {
    await rm(stagingFolder, { recursive: true, force: true })
    await syncToDisk(dataDir)
  }
}

/** Creates a new folder for the previous data when it is first needed. */
function createAsideFolder(dataDir: string) {
  const name = join(dataDir, `before-restore-${formatTimestamp(new Date())}`)
  let createdPath: string | undefined
  return {
    folder: () => {
      for (let turn = 2, free = name; createdPath === undefined; free = `${name}-${turn++}`) {
        if (existsSync(free)) continue
        mkdirSync(free, { mode: 0o700 })
        createdPath = free
      }
      return createdPath
    },
    createdPath: () => createdPath,
  }
}

function reportSecret({ dataDir, keySecret }: Installation, { secret }: Manifest, report: Report) {
  const file = join(dataDir, SECRET_FILE)
  const used = keySecret ?? (existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined)
  if (secret === null || (used !== undefined && fingerprintSecret(used) === secret)) return
  report(
    'Note: the backup was made with another secret. Set KEY_SECRET to that one; if it is lost, run npm run db:accept-secret. Owners’ keys stay good.',
  )
}
