import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'

export const root = path.resolve(import.meta.dirname, '..', '..')

/** Every file below a path, sorted; a file yields itself. @param {string} start @returns {string[]} */
function filesBelow(start) {
  if (!statSync(start).isDirectory()) return [start]
  return readdirSync(start, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name))
    .sort()
}

/** The size of all files below a folder, in bytes. @param {string} folder an absolute path */
export const folderBytes = (folder) => filesBelow(folder).reduce((sum, file) => sum + statSync(file).size, 0)

/**
 * Fingerprint of a build's inputs: names and contents. @param {string[]} paths relative to the root @param {unknown} more
 */
export function fingerprint(paths, more = null) {
  const hash = createHash('sha256').update(JSON.stringify(more))
  for (const file of paths.flatMap((name) => filesBelow(path.join(root, name))))
    hash.update(path.relative(root, file)).update('\0').update(readFileSync(file)).update('\0')
  return hash.digest('hex')
}

/** @param {string} folder */
const stampOf = (folder) => path.join(root, folder, '.built-from')

/** @param {string} folder */
function readStamp(folder) {
  try {
    return readFileSync(stampOf(folder), 'utf8')
  } catch {
    return undefined
  }
}

/** Removes the stamp, so the folder is built again. @param {string} folder relative to the root */
export const invalidateBuild = (folder) => rmSync(stampOf(folder), { force: true })

/**
 * Builds into a folder unless its stamp has this fingerprint; returns whether it built. A failed build leaves no stamp.
 * @param {string} folder relative to the root @param {string} buildFingerprint @param {() => Promise<unknown>} build
 */
export async function buildIfChanged(folder, buildFingerprint, build) {
  if (readStamp(folder) === buildFingerprint) return false
  invalidateBuild(folder)
  await build()
  writeFileSync(stampOf(folder), buildFingerprint)
  return true
}
