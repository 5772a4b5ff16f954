import { createHash } from 'node:crypto'
import { copyFileSync, cpSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { keepInBuildCache } from './build-cache.mjs'
import { buildOnce } from './build-once.mjs'
import { fingerprint, root } from './sources.mjs'

/** Folders that custom source may replace. Domain rules, API and platform code may not differ from the server's. */
const ALLOWED_FOLDERS = ['features', 'pages', 'templates', 'ui', 'locales']
const ALLOWED_FILES = /\.(tsx?|scss|svg|json)$/
const MAX_FILES = 500

/**
 * @typedef {{ folder: string, files: string[], hash: string }} CustomSource A folder, its relative file paths, and the hash
 * of their content.
 */

/** An error in a shop's custom source; `code` is that of the compiler's error. */
export class CustomSourceError extends Error {
  /** @param {'bad-own' | 'own-source'} code @param {string} message */
  constructor(code, message) {
    super(message)
    this.code = code
  }
}

/** @param {string} folder @returns {string[]} */
function listSourceFiles(folder) {
  const invalid = (/** @type {string} */ why) => new CustomSourceError('bad-own', `--own ${folder} ${why}`)
  const stats = statSync(folder, { throwIfNoEntry: false })
  if (!stats) throw invalid('is not there.')
  if (!stats.isDirectory()) throw invalid('is no folder.')
  const files = []
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const name = path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/')
    if (entry.isDirectory()) continue
    if (!entry.isFile()) throw invalid(`holds ${name}, which is no plain file.`)
    if (!ALLOWED_FOLDERS.some((room) => name.startsWith(`${room}/`)) || !ALLOWED_FILES.test(name))
      throw invalid(
        `holds ${name}. It may hold .ts, .tsx, .scss, .svg and .json files below ${ALLOWED_FOLDERS.join('/, ')}/, as src/ has them.`,
      )
    files.push(name)
    if (files.length > MAX_FILES) throw invalid(`holds more than ${MAX_FILES} files. Is it the right folder?`)
  }
  if (files.length === 0) throw invalid('is empty.')
  return files.sort()
}

/** Reads and validates a folder of custom source. @param {string} given @returns {CustomSource} */
export function readCustomSource(given) {
  const folder = path.resolve(given)
  const files = listSourceFiles(folder)
  const hash = createHash('sha256')
  for (const name of files)
    hash
      .update(name)
      .update('\0')
      .update(readFileSync(path.join(folder, name)))
      .update('\0')
  return { folder, files, hash: hash.digest('hex') }
}

/**
 * Copies the project's sources with the custom source over them into a folder that is built once. `@/…` and relative imports
 * then find the custom files first.
 * @param {CustomSource} customSource @returns its path relative to the root
 */
export async function overlaySources(customSource) {
  const overlay = path.join(root, `dist/own/src-${fingerprint(['src'], customSource.hash).slice(0, 16)}`)
  await buildOnce(overlay, async (into) => {
    cpSync(path.join(root, 'src'), into, { recursive: true })
    for (const name of customSource.files) {
      mkdirSync(path.dirname(path.join(into, name)), { recursive: true })
      copyFileSync(path.join(customSource.folder, name), path.join(into, name))
    }
  })
  keepInBuildCache(overlay)
  return path.relative(root, overlay)
}
