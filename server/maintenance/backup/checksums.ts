import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sha256 } from '../../fingerprint'
import { SetupError } from '../../setup-error'
import { digestFile } from '../copy-file'
import type { Manifest } from './manifest'

/** Lists every file of a backup but the manifest, readable by `sha256sum -c checksums`. */
const CHECKSUMS = 'checksums'

/** SHA-256 of each file by its path inside a backup. */
export type Checksums = ReadonlyMap<string, string>

/** Matches only paths that stay inside the folder. */
const LINE = /^([0-9a-f]{64}) {2}((?:[0-9a-z][0-9a-z.-]*\/)*[0-9a-z][0-9a-z.-]*)$/

/** Writes the checksums; returns the SHA-256 of the written file. */
export async function writeChecksums(folder: string, sums: Checksums): Promise<string> {
  const text = [...sums].map(([path, sum]) => `${sum}  ${path}\n`).join('')
  await writeFile(join(folder, CHECKSUMS), text, { flush: true })
  return sha256(text)
}

const damagedError = (folder: string, file: string) =>
  new SetupError(`The backup ${folder} is damaged: ${file} is not as it was made.`)

/** Reads the checksums of a backup. The files themselves are not read. */
export async function readChecksums(folder: string, manifest: Manifest): Promise<Checksums> {
  const text = await readFile(join(folder, CHECKSUMS), 'utf8').catch(() => '')
  if (sha256(text) !== manifest.checksums) throw damagedError(folder, CHECKSUMS)
  const sums = new Map<string, string>()
  for (const line of text.split('\n').filter(Boolean)) {
    const [, sum = '', path = ''] = LINE.exec(line) ?? []
    if (!path) throw damagedError(folder, CHECKSUMS)
    sums.set(path, sum)
  }
  return sums
}

/** Reads every file of a backup and compares its checksum. A missing or different file is a `SetupError`. */
export async function verifyChecksums(folder: string, manifest: Manifest): Promise<Checksums> {
  const sums = await readChecksums(folder, manifest)
  for (const [path, sum] of sums) {
    const found = await digestFile(join(folder, path)).catch(() => undefined)
    if (found?.sha256 !== sum) throw damagedError(folder, path)
  }
  return sums
}
