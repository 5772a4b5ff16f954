import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** @typedef {{ dependencies?: Record<string, string>, optionalDependencies?: Record<string, string> }} Locked */

/**
 * The folder where Node finds a package that is imported from the folder `from`. @param {Record<string, Locked>} locked
 * @param {string} from @param {string} name
 */
function resolvePackage(locked, from, name) {
  const parts = from === '' ? [''] : ['', ...from.split(/\/?node_modules\//).slice(1)]
  const enclosing = parts.map((_, at) =>
    parts
      .slice(0, at + 1)
      .join('/node_modules/')
      .replace(/^\//, ''),
  )
  return enclosing
    .map((folder) => (folder === '' ? `node_modules/${name}` : `${folder}/node_modules/${name}`))
    .findLast((folder) => folder in locked)
}

/**
 * Folders (`node_modules/…`) of packages and all their dependencies, by the lock file. Optional packages that are not
 * installed are skipped; any other missing package is an error.
 * @param {string} root @param {readonly string[]} names
 */
export function packageClosure(root, names) {
  /** @type {Record<string, Locked>} */
  const locked = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')).packages
  /** @type {Set<string>} */
  const found = new Set()
  /** @param {string} from @param {string} name @param {boolean} optional */
  const add = (from, name, optional) => {
    const folder = resolvePackage(locked, from, name)
    if (folder !== undefined && found.has(folder)) return
    if (folder === undefined || !existsSync(path.join(root, folder))) {
      if (optional) return
      throw new Error(`The package ${name} is not installed: run npm ci.`)
    }
    found.add(folder)
    const { dependencies = {}, optionalDependencies = {} } = locked[folder] ?? {}
    for (const next of Object.keys(dependencies)) add(folder, next, false)
    for (const next of Object.keys(optionalDependencies)) add(folder, next, true)
  }
  for (const name of names) add('', name, false)
  return [...found].sort()
}
