import path from 'node:path'
import * as sass from 'sass'
import { CustomSourceError } from './custom-source.mjs'
import { root } from './sources.mjs'

/** @typedef {import('./custom-source.mjs').CustomSource} CustomSource */

/**
 * Formats a location in the custom source, or in the project's own. @param {CustomSource} customSource @param {string} name
 * @param {number} line @param {number} column
 */
export const formatLocation = (customSource, name, line, column) =>
  `${customSource.files.includes(name) ? path.join(customSource.folder, name) : `src/${name}`}:${line}:${column}`

/**
 * Turns a bundler's errors into one with files and lines of the custom source.
 * @param {CustomSource} customSource @param {string} overlay @param {unknown} error
 */
export function toScriptError(customSource, overlay, error) {
  const messages = /** @type {import('esbuild').BuildFailure} */ (error).errors
  if (!messages) return error
  const messagesWithLocation = messages.map(({ text, location }) => {
    if (!location) return text
    const name = path.relative(overlay, location.file).split(path.sep).join('/')
    return `${formatLocation(customSource, name, location.line, location.column + 1)}: ${text}`
  })
  return new CustomSourceError('own-source', messagesWithLocation.join('\n'))
}

/** Throws for style sheets that do not compile. @param {CustomSource} customSource @param {string} overlay */
export function checkStyles(customSource, overlay) {
  for (const name of customSource.files.filter((file) => file.endsWith('.scss')))
    try {
      sass.compile(path.join(root, overlay, name), { logger: sass.Logger.silent })
    } catch (error) {
      const { sassMessage, span } = /** @type {import('sass').Exception} */ (error)
      if (!span) throw error
      const { line, column } = span.start
      throw new CustomSourceError(
        'own-source',
        `${formatLocation(customSource, name, line + 1, column + 1)}: ${sassMessage}`,
      )
    }
}

/**
 * Turns another build error into one with the original file names of the custom source.
 * @param {CustomSource} customSource @param {string} overlay @param {unknown} error
 */
export function toBuildError(customSource, overlay, error) {
  const text = Reflect.get(/** @type {Error} */ (error), 'output')
  if (typeof text !== 'string') return error
  const plain = text
    .replaceAll(path.join(root, overlay), customSource.folder)
    .replaceAll(`./${overlay}`, customSource.folder)
  const lines = plain.split('\n').filter((line) => line.includes(customSource.folder))
  return lines.length > 0 ? new CustomSourceError('own-source', lines.slice(0, 8).join('\n')) : error
}
