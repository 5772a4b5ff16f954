import { existsSync, readFileSync } from 'node:fs'
import { mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { version } from '../../../package.json'
import type { Settings } from '../../settings'
import { SetupError } from '../../setup-error'
import { SECRET_FILE } from '../../start/data-folder'
import { fingerprintSecret, readFingerprint } from '../../start/secret-fingerprint'
import type { Report } from '../copy/copy-rows'
import { copyFile, digestFile, syncToDisk } from '../copy-file'
import { DATABASE, databaseFile, openDraft } from '../open-file'
import { writeChecksums } from './checksums'
import { FORMAT, MANIFEST, type Manifest } from './manifest'
import { type PreviousBackup, previousBackup } from './previous-backup'
import { savePostgres, saveSqlite } from './save-database'
import { hasTable, missingPhotos, missingVoices, PHOTOS, savePhotos } from './save-photos'
import { formatTimestamp } from './timestamp'

export type Installation = Pick<Settings, 'dataDir' | 'databaseUrl' | 'keySecret'>

/** Suffix of an unfinished backup. One older than a day was abandoned by a process that ended. */
const UNFINISHED_SUFFIX = '.part'
const ABANDONED_MS = 86_400_000

interface BackupOptions {
  /** The folder in which the backup's folder is created. */
  into: string
  /** A backup, or a folder of backups: its photos are hard-linked instead of copied. */
  since: string | undefined
  report: Report
}

/**
 * Backs up an installation while its servers run: a consistent copy of the database, the photos, the secret and a manifest
 * with checksums. The folder gets its final name when everything is on disk.
 * @returns path of the backup's folder.
 */
export async function createBackup(
  installation: Installation,
  { into, since, report }: BackupOptions,
): Promise<string> {
  const begun = new Date()
  const folder = join(into, `kaizhang-${formatTimestamp(begun)}`)
  if (existsSync(folder)) throw new SetupError(`There is a backup of this very second: ${folder}.`)
  await mkdir(into, { recursive: true })
  await removeAbandoned(into)
  const previous = since === undefined ? undefined : await previousBackup(since, report)
  const draft = `${folder}${UNFINISHED_SUFFIX}`
  // the folder holds orders and the secret of owners' keys
  await mkdir(draft, { mode: 0o700 })
  try {
    await write(installation, { draft, begun, previous, report })
    await rename(draft, folder)
    await syncToDisk(into)
    return folder
  } catch (error) {
    await rm(draft, { recursive: true, force: true })
    throw error
  }
}

interface WriteOptions {
  draft: string
  begun: Date
  previous: PreviousBackup | undefined
  report: Report
}

async function write(installation: Installation, { draft, begun, previous, report }: WriteOptions) {
  const { dataDir, databaseUrl } = installation
  const file = join(draft, DATABASE)
  const { about, level, tables } = await (databaseUrl === undefined
    ? saveSqlite(databaseFile(dataDir), file, report)
    : savePostgres(databaseUrl, file, report))
  await syncToDisk(file)
  const sums = new Map([[DATABASE, (await digestFile(file)).sha256]])
  const secret = await saveSecret(installation, draft, sums)
  const from = join(dataDir, PHOTOS)
  const { linked, ...photos } = await savePhotos({ from, backup: draft, sums, previous, begun })
  report(`${photos.files.toLocaleString('en').padStart(11)}  files of photos and voices`)
  if (previous) reportLinked(previous, linked, report)
  await warnWrongFolder(file, { sums, secret, dataDir }, report)
  const manifest: Manifest = {
    format: FORMAT,
    version,
    begun: begun.toISOString(),
    about,
    migrations: level,
    tables,
    photos,
    secret,
    checksums: await writeChecksums(draft, sums),
  }
  await writeFile(join(draft, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`, { flush: true })
  await syncToDisk(draft)
}

function reportLinked({ folder, sums, damaged }: PreviousBackup, linked: number, report: Report) {
  report(`${linked.toLocaleString('en').padStart(11)}  of them linked to those of ${folder}`)
  if (damaged > 0)
    report(`Warning: ${damaged} files of ${folder} are damaged. They were copied anew; look after that disk.`)
  const hadPhotos = [...sums.keys()].some((path) => path.startsWith(`${PHOTOS}/`))
  if (hadPhotos && linked === 0)
    report('Nothing could be linked: both backups have to be on one file system that knows hard links.')
}

/** Copies the file of the secret, if there is one; returns the fingerprint of the secret in use. */
async function saveSecret({ dataDir, keySecret }: Installation, draft: string, sums: Map<string, string>) {
  const file = join(dataDir, SECRET_FILE)
  if (existsSync(file)) sums.set(SECRET_FILE, (await copyFile(file, join(draft, SECRET_FILE))).sha256)
  if (keySecret !== undefined) return fingerprintSecret(keySecret)
  return existsSync(file) ? fingerprintSecret(readFileSync(file, 'utf8').trim()) : null
}

interface DataFolder {
  dataDir: string
  sums: ReadonlyMap<string, string>
  secret: string | null
}

/** Warns when the files of `DATA_DIR` do not belong to the database. */
async function warnWrongFolder(file: string, { dataDir, sums, secret }: DataFolder, report: Report) {
  const photos = join(dataDir, PHOTOS)
  const database = openDraft(file)
  try {
    for (const [what, count] of [
      ['photos that shops show', await missingPhotos(database.query, sums)],
      ['voices that shops let speak', await missingVoices(database.query, sums)],
    ] as const)
      if (count > 0) report(`Warning: ${count} ${what} are not in ${photos}. Is DATA_DIR right?`)
    const mark = (await hasTable(database.query, 'installation'))
      ? await readFingerprint(database.query)
      : undefined
    if (mark !== undefined && mark !== secret)
      report(
        `Warning: the database was used with another secret than the one of ${dataDir}. Is DATA_DIR right?`,
      )
  } finally {
    database.close()
  }
}

async function removeAbandoned(into: string) {
  for (const name of await readdir(into)) {
    if (!/^kaizhang-\d{8}T\d{6}Z\.part$/.test(name)) continue
    const { mtimeMs } = await stat(join(into, name)).catch(() => ({ mtimeMs: Date.now() }))
    if (mtimeMs < Date.now() - ABANDONED_MS) await rm(join(into, name), { recursive: true, force: true })
  }
}
