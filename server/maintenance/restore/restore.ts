import { randomBytes } from 'node:crypto'
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Query } from '../../db/database'
import { SetupError } from '../../setup-error'
import { prepareDataFolder, SECRET_FILE } from '../../start/data-folder'
import { fingerprintSecret } from '../../start/secret-fingerprint'
import type { Installation } from '../backup/backup'
import { type Checksums, verifyChecksums } from '../backup/checksums'
import { type Manifest, readManifest } from '../backup/manifest'
import { saveRows } from '../backup/save-database'
import { PHOTOS } from '../backup/save-photos'
import { type StagedBackup, stageBackup } from '../backup/stage-backup'
import { formatTimestamp } from '../backup/timestamp'
import type { Report } from '../copy/copy-rows'
import { fillPostgres, requireEmptyDatabase } from '../copy/fill-postgres'
import { readTables } from '../copy/read-tables'
import { copyFile, digestFile, syncToDisk } from '../copy-file'
import { lockDatabase } from '../locked-database'
import { checkLevelKnown } from '../migration-level'
import { DATABASE, openSnapshot } from '../open-file'

/**
 * Moves a backup's staged secret into place; a different existing secret goes into the folder `aside`.
 * @returns a function that undoes it.
 */
function installSecret(staged: string | undefined, dataDir: string, aside: () => string): () => void {
  const file = join(dataDir, SECRET_FILE)
  if (staged === undefined) return () => undefined
  if (!existsSync(file)) {
    renameSync(staged, file)
    return () => rmSync(file)
  }
  if (readFileSync(file, 'utf8').trim() === readFileSync(staged, 'utf8').trim()) return () => undefined
  const previous = join(aside(), SECRET_FILE)
  copyFileSync(file, previous)
  renameSync(staged, file)
  return () => renameSync(previous, file)
}

interface RestoreTarget {
  /** Installs the database and its secret in one step. */
  apply(): Promise<void>
  release(): void
}

interface RestoreTargetOptions {
  staged: StagedBackup
  installation: Installation
  /** True when existing data may be put aside. */
  replace: boolean
  /** Creates the folder for existing data when first called; returns its path. */
  aside: () => string
  report: Report
}

const OCCUPIED_HINT = 'Add --replace to put the backup in its place; what is there now is kept beside it.'

/** Prepares the installation's PostgreSQL database as the target of a restore. */
async function preparePostgresTarget(
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

/** Locks the installation's SQLite database as the target of a restore. */
async function prepareSqliteTarget({
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

/**
 * Copies a backup's photos to the existing ones; returns the number of files. File names are content hashes, so nothing is
 * overwritten by other content.
 */
async function restorePhotos(backup: string, dataDir: string, sums: Checksums): Promise<number> {
  let files = 0
  const folders = new Set<string>()
  for (const [path, sum] of sums) {
    if (!path.startsWith(`${PHOTOS}/`)) continue
    files++
    const to = join(dataDir, path)
    if (existsSync(to) && (await digestFile(to)).sha256 === sum) continue
    folders.add(dirname(to))
    await mkdir(dirname(to), { recursive: true })
    await restorePhoto(join(backup, path), to, sum)
  }
  for (const folder of folders) await syncToDisk(folder)
  return files
}

/** The remains of an interrupted restore are deleted by the server's sweep. */
async function restorePhoto(from: string, to: string, sum: string) {
  const draft = `${to}.${randomBytes(6).toString('hex')}.part`
  try {
    const { sha256 } = await copyFile(from, draft, 0o644)
    if (sha256 !== sum) throw new SetupError(`${from} changed while it was restored.`)
    await rename(draft, to)
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  }
}

interface RestoreOptions {
  backup: string
  /** True when existing data may be put aside. */
  replace: boolean
  report: Report
}

interface RestoreResult {
  manifest: Manifest
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
