import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { prepareFolder, SECRET } from '../start/folder'
import { secretMark } from '../start/secret-fingerprint'
import type { Installation } from './backup'
import { verifiedSums } from './checksums'
import { onDisk } from './copy-file'
import type { Tell } from './copy-rows'
import { knownLevel } from './level'
import { type Manifest, readManifest } from './manifest'
import { placeFile } from './place-file'
import { placePostgres } from './place-postgres'
import { putPhotos } from './put-photos'
import { stage } from './stage'
import { stamp } from './stamp'

interface Restoring {
  /** The folder of a backup. */
  backup: string
  /** What is there may be put aside. */
  replace: boolean
  tell: Tell
}

interface Restored {
  manifest: Manifest
  /** How many files of photos. */
  photos: number
  /** Where that is what was there before, if anything was. */
  aside: string | undefined
}

/**
 * Puts a backup, of either engine, into an installation on either. Everything is read and compared before anything
 * changes; then photos are put beside those that are there, and the database changes in one step. So whenever it is
 * interrupted, the installation is the old one (or empty as before), and the same command can be run again.
 */
export async function restore(
  installation: Installation,
  { backup, replace, tell }: Restoring,
): Promise<Restored> {
  const { dataDir, databaseUrl } = installation
  const manifest = readManifest(backup)
  knownLevel(manifest.migrations, `The backup ${backup}`)
  tell('Reading the backup…')
  const sums = await verifiedSums(backup, manifest)
  prepareFolder(dataDir)
  const ready = join(dataDir, 'restore.part')
  await rm(ready, { recursive: true, force: true })
  await mkdir(ready, { mode: 0o700 })
  const aside = asideIn(dataDir)
  try {
    const staged = await stage(backup, manifest, sums, ready)
    const putting = { staged, installation, replace, aside: aside.folder, tell }
    const place = await (databaseUrl === undefined ? placeFile(putting) : placePostgres(putting, databaseUrl))
    try {
      const photos = await putPhotos(backup, dataDir, sums)
      await place.put()
      tellSecret(installation, manifest, tell)
      return { manifest, photos, aside: aside.made() }
    } finally {
      place.letGo()
    }
  } finally {
    await rm(ready, { recursive: true, force: true })
    await onDisk(dataDir)
  }
}

/** The folder for what was there before: a new one each time. */
function asideIn(dataDir: string) {
  const name = join(dataDir, `before-restore-${stamp(new Date())}`)
  let made: string | undefined
  return {
    folder: () => {
      for (let turn = 2, free = name; made === undefined; free = `${name}-${turn++}`) {
        if (existsSync(free)) continue
        mkdirSync(free, { mode: 0o700 })
        made = free
      }
      return made
    },
    made: () => made,
  }
}

function tellSecret({ dataDir, keySecret }: Installation, { secret }: Manifest, tell: Tell) {
  const file = join(dataDir, SECRET)
  const used = keySecret ?? (existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined)
  if (secret === null || (used !== undefined && secretMark(used) === secret)) return
  tell(
    'Note: the backup was made with another secret. Set KEY_SECRET to that one; if it is lost, run npm run db:accept-secret. Owners’ keys stay good.',
  )
}
