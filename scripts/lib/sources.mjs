import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
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

/** The size of all files below a folder, in bytes. @param {string} folder an absolute path */
export const folderBytes = (folder) => filesBelow(folder).reduce((sum, file) => sum + statSync(file).size, 0)

/** A fingerprint of what a build reads: names and contents. @param {string[]} paths relative to the root @param {unknown} more */
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

/** What was built into a folder counts no more. @param {string} folder relative to the root */
export const forget = (folder) => rmSync(stampOf(folder), { force: true })

/**
 * Builds into a folder unless its stamp says that this was made from the same; answers whether it did. A build that is
 * broken off leaves no stamp: what lies there is half of one and half of another.
 * @param {string} folder relative to the root @param {string} print @param {() => Promise<unknown>} build
 */
export async function unlessBuilt(folder, print, build) {
  if (readStamp(folder) === print) return false
  forget(folder)
  await build()
  writeFileSync(stampOf(folder), print)
  return true
}
