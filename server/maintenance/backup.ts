import { existsSync, readFileSync } from 'node:fs'
import { mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { version } from '../../package.json'
import { type Settings, SetupError } from '../settings'
import { SECRET } from '../start/folder'
import { knownMark, secretMark } from '../start/secret-fingerprint'
import { writeSums } from './checksums'
import { copyFile, onDisk, sumOf } from './copy-file'
import type { Tell } from './copy-rows'
import { FORMAT, MANIFEST, type Manifest } from './manifest'
import { DATABASE, databaseFile, openDraft } from './open-file'
import { type PreviousBackup, previousBackup } from './previous-backup'
import { saveFile, savePostgres } from './save-database'
import { hasTable, missingPhotos, missingVoices, PHOTOS, savePhotos } from './save-photos'
import { stamp } from './stamp'

/** What of the settings says where an installation is. */
export type Installation = Pick<Settings, 'dataDir' | 'databaseUrl' | 'keySecret'>

/** A backup that is being made; one that is a day old was left by a process that ended. */
const UNFINISHED = '.part'
const ABANDONED_MS = 86_400_000

interface BackingUp {
  /** The folder that gets the folder of the backup. */
  into: string
  /** A backup, or a folder of backups: photos that it has already are linked instead of copied. */
  since: string | undefined
  tell: Tell
}

/**
 * Makes a backup of an installation in a new folder below `into`, while servers go on: the database as it is at one
 * moment, the photos, the secret of owners' keys, and what all of it should be. The folder has its name only when
 * everything is on disk; answers that name.
 */
export async function backUp(installation: Installation, { into, since, tell }: BackingUp): Promise<string> {
  const begun = new Date()
  const folder = join(into, `kaizhang-${stamp(begun)}`)
  if (existsSync(folder)) throw new SetupError(`There is a backup of this very second: ${folder}.`)
  await mkdir(into, { recursive: true })
  await dropAbandoned(into)
  const previous = since === undefined ? undefined : await previousBackup(since, tell)
  const draft = `${folder}${UNFINISHED}`
  // it holds what people ordered, and the secret of owners' keys
  await mkdir(draft, { mode: 0o700 })
  try {
    await write(installation, { draft, begun, previous, tell })
    await rename(draft, folder)
    await onDisk(into)
    return folder
  } catch (error) {
    await rm(draft, { recursive: true, force: true })
    throw error
  }
}

interface Writing {
  draft: string
  begun: Date
  previous: PreviousBackup | undefined
  tell: Tell
}

async function write(installation: Installation, { draft, begun, previous, tell }: Writing) {
  const { dataDir, databaseUrl } = installation
  const file = join(draft, DATABASE)
  const { about, level, digest } = await (databaseUrl === undefined
    ? saveFile(databaseFile(dataDir), file, tell)
    : savePostgres(databaseUrl, file, tell))
  await onDisk(file)
  const sums = new Map([[DATABASE, (await sumOf(file)).sha256]])
  const secret = await saveSecret(installation, draft, sums)
  const from = join(dataDir, PHOTOS)
  const { linked, ...photos } = await savePhotos({ from, backup: draft, sums, previous, begun })
  tell(`${photos.files.toLocaleString('en').padStart(11)}  files of photos and voices`)
  if (previous) tellLinked(previous, linked, tell)
  await tellWrongFolder(file, { sums, secret, dataDir }, tell)
  const manifest: Manifest = {
    format: FORMAT,
    version,
    begun: begun.toISOString(),
    about,
    migrations: level,
    tables: digest,
    photos,
    secret,
    checksums: await writeSums(draft, sums),
  }
  await writeFile(join(draft, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`, { flush: true })
  await onDisk(draft)
}

function tellLinked({ folder, sums, damaged }: PreviousBackup, linked: number, tell: Tell) {
  tell(`${linked.toLocaleString('en').padStart(11)}  of them linked to those of ${folder}`)
  if (damaged > 0)
    tell(`Warning: ${damaged} files of ${folder} are damaged. They were copied anew; look after that disk.`)
  const hadPhotos = [...sums.keys()].some((path) => path.startsWith(`${PHOTOS}/`))
  if (hadPhotos && linked === 0)
    tell('Nothing could be linked: both backups have to be on one file system that knows hard links.')
}

/** The file of the secret, if there is one; answers the mark of the secret that is in use. */
async function saveSecret({ dataDir, keySecret }: Installation, draft: string, sums: Map<string, string>) {
  const file = join(dataDir, SECRET)
  if (existsSync(file)) sums.set(SECRET, (await copyFile(file, join(draft, SECRET))).sha256)
  if (keySecret !== undefined) return secretMark(keySecret)
  return existsSync(file) ? secretMark(readFileSync(file, 'utf8').trim()) : null
}

interface FromFolder {
  dataDir: string
  sums: ReadonlyMap<string, string>
  secret: string | null
}

/** Warns where the files of `DATA_DIR` do not belong to the database. */
async function tellWrongFolder(file: string, { dataDir, sums, secret }: FromFolder, tell: Tell) {
  const photos = join(dataDir, PHOTOS)
  const database = openDraft(file)
  try {
    for (const [what, count] of [
      ['photos that shops show', await missingPhotos(database.query, sums)],
      ['voices that shops let speak', await missingVoices(database.query, sums)],
    ] as const)
      if (count > 0) tell(`Warning: ${count} ${what} are not in ${photos}. Is DATA_DIR right?`)
    const mark = (await hasTable(database.query, 'installation'))
      ? await knownMark(database.query)
      : undefined
    if (mark !== undefined && mark !== secret)
      tell(
        `Warning: the database was used with another secret than the one of ${dataDir}. Is DATA_DIR right?`,
      )
  } finally {
    database.close()
  }
}

async function dropAbandoned(into: string) {
  for (const name of await readdir(into)) {
    if (!/^kaizhang-\d{8}T\d{6}Z\.part$/.test(name)) continue
    const { mtimeMs } = await stat(join(into, name)).catch(() => ({ mtimeMs: Date.now() }))
    if (mtimeMs < Date.now() - ABANDONED_MS) await rm(join(into, name), { recursive: true, force: true })
  }
}
