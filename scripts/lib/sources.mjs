import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'

export const root = path.resolve(import.meta.dirname, '..', '..')

/** Every file below a path, sorted; a file is itself. @param {string} start @returns {string[]} */
function filesBelow(start) {
  if (!statSync(start).isDirectory()) return [start]
  return readdirSync(start, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name))
    .sort()
}

/** A fingerprint of what a build reads: names and contents. @param {string[]} paths relative to the root @param {unknown} more */
export function fingerprint(paths, more = null) {
  const hash = createHash('sha256').update(JSON.stringify(more))
  for (const file of paths.flatMap((name) => filesBelow(path.join(root, name))))
    hash.update(path.relative(root, file)).update('\0').update(readFileSync(file)).update('\0')
  return hash.digest('hex')
}

/** Whether a build's stamp says that it was made from these sources. @param {string} stamp @param {string} print */
export function isFresh(stamp, print) {
  try {
    return readFileSync(stamp, 'utf8') === print
  } catch {
    return false
  }
}

/** @param {string} stamp @param {string} print */
export const markFresh = (stamp, print) => writeFileSync(stamp, print)
