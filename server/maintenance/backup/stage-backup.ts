import { join } from 'node:path'
import { migrateWithin } from '../../db/migrate'
import { readMigrationLevel } from '../../db/migration-level'
import { SetupError } from '../../setup-error'
import { SECRET_FILE } from '../../start/data-folder'
import { computeDigest, findDifference } from '../copy/digest'
import { readTables } from '../copy/read-tables'
import { findDamage, sumTables } from '../copy/table-sums'
import { copyFile, syncToDisk } from '../copy-file'
import { checkLevelKnown } from '../migration-level'
import { DATABASE, type MaintenanceFile, openDraft } from '../open-file'
import type { Checksums } from './checksums'
import type { Manifest } from './manifest'

/** A backup copied to the disk of the installation. */
export interface StagedBackup {
  file: string
  /** `undefined` when the backup has no secret, because `KEY_SECRET` was set. */
  secret: string | undefined
}

/**
 * Copies the database and the secret of a backup into a folder, verifies the database against the manifest and migrates it
 * to this program's level.
 */
export async function stageBackup(
  backup: string,
  manifest: Manifest,
  sums: Checksums,
  folder: string,
): Promise<StagedBackup> {
  const file = join(folder, DATABASE)
  const about = `The backup ${backup}`
  const { sha256 } = await copyFile(join(backup, DATABASE), file)
  if (sha256 !== sums.get(DATABASE))
    throw new SetupError(`${about} is damaged: ${DATABASE} is not as it was made.`)
  const draft = openDraft(file)
  try {
    checkLevelKnown(await readMigrationLevel(draft.query), about)
    const difference = await findStagedDifference(draft, manifest)
    if (difference !== undefined) throw new SetupError(`${about} is damaged: ${difference}.`)
    await migrateWithin(draft.query, about)
    draft.sqlite.exec('commit')
  } finally {
    draft.close()
  }
  await syncToDisk(file)
  const secret = sums.has(SECRET_FILE) ? join(folder, SECRET_FILE) : undefined
  if (secret !== undefined) await copyFile(join(backup, SECRET_FILE), secret)
  return { file, secret }
}

/** Compares a copied database with the manifest, by the hash of each table's rows where the manifest has it. */
async function findStagedDifference({ query, sqlite }: MaintenanceFile, { tables }: Manifest) {
  const shapes = await readTables(query)
  const isHashed = Object.values(tables).some(({ sha256 }) => sha256 !== undefined)
  return (
    findDamage(sqlite) ??
    findDifference(tables, isHashed ? await computeDigest(query, shapes) : sumTables(sqlite, shapes))
  )
}
