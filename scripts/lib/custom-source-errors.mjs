import path from 'node:path'
import * as sass from 'sass'
import { OwnFault } from './custom-source.mjs'
import { root } from './sources.mjs'

/** @typedef {import('./custom-source.mjs').OwnSource} OwnSource */

/** Where somebody finds it who wrote it, or in the project's own. @param {OwnSource} own @param {string} name @param {number} line @param {number} column */
export const placeIn = (own, name, line, column) =>
  `${own.files.includes(name) ? path.join(own.folder, name) : `src/${name}`}:${line}:${column}`

/**
 * What a bundler could not read, told by file and line of the shop's own source.
 * @param {OwnSource} own @param {string} mixed @param {unknown} error
 */
export function scriptFault(own, mixed, error) {
  const messages = /** @type {import('esbuild').BuildFailure} */ (error).errors
  if (!messages) return error
  const told = messages.map(({ text, location }) => {
    if (!location) return text
    const name = path.relative(mixed, location.file).split(path.sep).join('/')
    return `${placeIn(own, name, location.line, location.column + 1)}: ${text}`
  })
  return new OwnFault('own-source', told.join('\n'))
}

/** Refuses styles that cannot be read. @param {OwnSource} own @param {string} mixed */
export function checkStyles(own, mixed) {
  for (const name of own.files.filter((file) => file.endsWith('.scss')))
    try {
      sass.compile(path.join(root, mixed, name), { logger: sass.Logger.silent })
    } catch (error) {
      const { sassMessage, span } = /** @type {import('sass').Exception} */ (error)
      if (!span) throw error
      const { line, column } = span.start
      throw new OwnFault('own-source', `${placeIn(own, name, line + 1, column + 1)}: ${sassMessage}`)
    }
}

/**
 * What else stopped a build, with the names of the shop's own files as it knows them.
 * @param {OwnSource} own @param {string} mixed @param {unknown} error
 */
export function buildFault(own, mixed, error) {
  const text = Reflect.get(/** @type {Error} */ (error), 'said')
  if (typeof text !== 'string') return error
  const plain = text.replaceAll(path.join(root, mixed), own.folder).replaceAll(`./${mixed}`, own.folder)
  const lines = plain.split('\n').filter((line) => line.includes(own.folder))
  return lines.length > 0 ? new OwnFault('own-source', lines.slice(0, 8).join('\n')) : error
}
