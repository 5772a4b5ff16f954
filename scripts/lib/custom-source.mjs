import { createHash } from 'node:crypto'
import { copyFileSync, cpSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { madeOnce } from './made-once.mjs'
import { keepOnShelf } from './shelf.mjs'
import { fingerprint, root } from './sources.mjs'

/** What a shop may have of its own; rules, the API and platforms are those of the house, as its server knows them. */
const ROOMS = ['features', 'pages', 'templates', 'ui', 'locales']
const KINDS = /\.(tsx?|scss|svg|json)$/
const MOST_FILES = 500

/** @typedef {{ folder: string, files: string[], print: string }} OwnSource A folder, its files inside it, and what they are. */

/** What is wrong with a shop's own source: the compiler tells it by its code. */
export class OwnFault extends Error {
  /** @param {'bad-own' | 'own-source'} fault @param {string} message */
  constructor(fault, message) {
    super(message)
    this.fault = fault
  }
}

/** @param {string} folder @returns {string[]} */
function filesOf(folder) {
  const bad = (/** @type {string} */ why) => new OwnFault('bad-own', `--own ${folder} ${why}`)
  const known = statSync(folder, { throwIfNoEntry: false })
  if (!known) throw bad('is not there.')
  if (!known.isDirectory()) throw bad('is no folder.')
  const files = []
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const name = path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/')
    if (entry.isDirectory()) continue
    if (!entry.isFile()) throw bad(`holds ${name}, which is no plain file.`)
    if (!ROOMS.some((room) => name.startsWith(`${room}/`)) || !KINDS.test(name))
      throw bad(
        `holds ${name}. It may hold .ts, .tsx, .scss, .svg and .json files below ${ROOMS.join('/, ')}/, as src/ has them.`,
      )
    files.push(name)
    if (files.length > MOST_FILES) throw bad(`holds more than ${MOST_FILES} files. Is it the right folder?`)
  }
  if (files.length === 0) throw bad('is empty.')
  return files.sort()
}

/** Reads and checks a folder of a shop's own source. @param {string} given @returns {OwnSource} */
export function readOwn(given) {
  const folder = path.resolve(given)
  const files = filesOf(folder)
  const hash = createHash('sha256')
  for (const name of files)
    hash
      .update(name)
      .update('\0')
      .update(readFileSync(path.join(folder, name)))
      .update('\0')
  return { folder, files, print: hash.digest('hex') }
}

/**
 * The project's sources with a shop's own over them, in a folder that is made once; answers it, relative to the root. So
 * `@/…` and the imports between files find the shop's own before the project's.
 * @param {OwnSource} own
 */
export async function mixSources(own) {
  const mixed = path.join(root, `dist/own/src-${fingerprint(['src'], own.print).slice(0, 16)}`)
  await madeOnce(mixed, async (into) => {
    cpSync(path.join(root, 'src'), into, { recursive: true })
    for (const name of own.files) {
      mkdirSync(path.dirname(path.join(into, name)), { recursive: true })
      copyFileSync(path.join(own.folder, name), path.join(into, name))
    }
  })
  keepOnShelf(mixed)
  return path.relative(root, mixed)
}
