import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sha256 } from '../fingerprint'
import { SetupError } from '../settings'
import { sumOf } from './copy-file'
import type { Manifest } from './manifest'

/** Every file of a backup but the manifest, as `sha256sum -c checksums` reads it. */
const CHECKSUMS = 'checksums'

/** Paths inside a backup, each with the SHA-256 of its file. */
export type Sums = ReadonlyMap<string, string>

/** No path leads out of its folder. */
const LINE = /^([0-9a-f]{64}) {2}((?:[0-9a-z][0-9a-z.-]*\/)*[0-9a-z][0-9a-z.-]*)$/

/** Writes them down; answers the sum of that file itself. */
export async function writeSums(folder: string, sums: Sums): Promise<string> {
  const text = [...sums].map(([path, sum]) => `${sum}  ${path}\n`).join('')
  await writeFile(join(folder, CHECKSUMS), text, { flush: true })
  return sha256(text)
}

const damaged = (folder: string, file: string) =>
  new SetupError(`The backup ${folder} is damaged: ${file} is not as it was made.`)

/** The checksums that a backup was made with. The files themselves are not read. */
export async function listedSums(folder: string, manifest: Manifest): Promise<Sums> {
  const text = await readFile(join(folder, CHECKSUMS), 'utf8').catch(() => '')
  if (sha256(text) !== manifest.checksums) throw damaged(folder, CHECKSUMS)
  const sums = new Map<string, string>()
  for (const line of text.split('\n').filter(Boolean)) {
    const [, sum = '', path = ''] = LINE.exec(line) ?? []
    if (!path) throw damaged(folder, CHECKSUMS)
    sums.set(path, sum)
  }
  return sums
}

/** Reads every file of a backup and holds it against what was written down. One that is missing or differs is told. */
export async function verifiedSums(folder: string, manifest: Manifest): Promise<Sums> {
  const sums = await listedSums(folder, manifest)
  for (const [path, sum] of sums) {
    const found = await sumOf(join(folder, path)).catch(() => undefined)
    if (found?.sha256 !== sum) throw damaged(folder, path)
  }
  return sums
}
