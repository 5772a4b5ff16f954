import { join } from 'node:path'
import { migrateWithin } from '../db/migrate'
import { SetupError } from '../settings'
import { SECRET } from '../start/folder'
import type { Sums } from './checksums'
import { copyFile, onDisk } from './copy-file'
import { difference, digestOf } from './digest'
import { knownLevel, levelOf } from './level'
import type { Manifest } from './manifest'
import { DATABASE, openDraft } from './open-file'
import { tablesOf } from './tables-of'

/** What of a backup lies ready on the disk of an installation. */
export interface Staged {
  file: string
  /** None where the backup has none, because `KEY_SECRET` was set. */
  secret: string | undefined
}

/**
 * Brings the database and the secret of a backup into a folder of an installation, holds the database against what the
 * backup says of it, and brings it up to this program's level.
 */
export async function stage(backup: string, manifest: Manifest, sums: Sums, folder: string): Promise<Staged> {
  const file = join(folder, DATABASE)
  await copyFile(join(backup, DATABASE), file)
  const draft = openDraft(file)
  try {
    const about = `The backup ${backup}`
    knownLevel(await levelOf(draft.query), about)
    const wrong = difference(manifest.tables, await digestOf(draft.query, await tablesOf(draft.query)))
    if (wrong !== undefined) throw new SetupError(`${about} is damaged: ${wrong}.`)
    await migrateWithin(draft.query, about)
    draft.sqlite.exec('commit')
  } finally {
    draft.close()
  }
  await onDisk(file)
  const secret = sums.has(SECRET) ? join(folder, SECRET) : undefined
  if (secret !== undefined) await copyFile(join(backup, SECRET), secret)
  return { file, secret }
}
