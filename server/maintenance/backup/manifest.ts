import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { SetupError } from '../../setup-error'
import type { TableDigest } from '../copy/digest'

export const MANIFEST = 'manifest.json'

/** Increased when older programs cannot restore newer backups. */
export const FORMAT = 2

/** Backups of format 1 have a hash of each table's rows on both engines. */
const KNOWN_FORMATS: readonly number[] = [1, FORMAT]

/** Metadata of a backup. It is written last, so a folder without it is no backup. */
export interface Manifest {
  format: number
  version: string
  /** Start of the backup in ISO 8601 UTC. Everything acknowledged before is included. */
  begun: string
  /** Name of the database, without a password. */
  about: string
  migrations: string[]
  /** The hash is absent where the bytes of an SQLite file were copied, which the checksums cover. */
  tables: Record<string, Omit<TableDigest, 'sha256'> & Partial<Pick<TableDigest, 'sha256'>>>
  photos: { files: number; bytes: number }
  /** Fingerprint of the secret of owners' keys; `null` where no server was ever started. */
  secret: string | null
  /** SHA-256 of the checksum file, which covers every other file. */
  checksums: string
}

export function newestIn(folder: string): string | undefined {
  const names = readdirSync(folder).filter((name) => /^kaizhang-\d{8}T\d{6}Z$/.test(name))
  const newest = names.sort().at(-1)
  return newest && join(folder, newest)
}

function readText(folder: string): string {
  try {
    return readFileSync(join(folder, MANIFEST), 'utf8')
  } catch {
    let newest: string | undefined
    try {
      newest = newestIn(folder)
    } catch {
      throw new SetupError(`There is no folder ${folder}.`)
    }
    const hint = newest === undefined ? '' : ` The newest one in it is ${newest}.`
    throw new SetupError(`${folder} is no backup: it has no ${MANIFEST}.${hint}`)
  }
}

export function readManifest(folder: string): Manifest {
  const text = readText(folder)
  let manifest: Manifest
  try {
    manifest = JSON.parse(text) as Manifest
  } catch {
    throw new SetupError(`The backup ${folder} is damaged: its ${MANIFEST} cannot be read.`)
  }
  if (!KNOWN_FORMATS.includes(manifest.format))
    throw new SetupError(
      `The backup ${folder} was made by another Kaizhang (format ${manifest.format}). Use that one.`,
    )
  return manifest
}
