import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { SetupError } from '../settings'
import type { Digest } from './digest'

export const MANIFEST = 'manifest.json'

/** Raised when an older program could not restore what a newer one saved. */
export const FORMAT = 1

/** What a backup says of itself. It is written last: a folder without one is no backup. */
export interface Manifest {
  format: typeof FORMAT
  /** The program's version. */
  version: string
  /** When the backup was begun, ISO 8601 in UTC. Whatever was acknowledged before is in it. */
  begun: string
  /** Which database it was, without a password. */
  about: string
  migrations: string[]
  tables: Digest
  photos: { files: number; bytes: number }
  /** Tells the secret of owners' keys from another one, and nothing else about it; none where no server ever started. */
  secret: string | null
  /** SHA-256 of the file of checksums, which has every other file. */
  checksums: string
}

/** The newest backup in a folder. */
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

/** Reads what a backup says of itself. */
export function readManifest(folder: string): Manifest {
  const text = readText(folder)
  let manifest: Manifest
  try {
    manifest = JSON.parse(text) as Manifest
  } catch {
    throw new SetupError(`The backup ${folder} is damaged: its ${MANIFEST} cannot be read.`)
  }
  if (manifest.format !== FORMAT)
    throw new SetupError(
      `The backup ${folder} was made by another Kaizhang (format ${manifest.format}). Use that one.`,
    )
  return manifest
}
