import path from 'node:path'
import ts from 'typescript'
import { CustomSourceError } from './custom-source.mjs'
import { formatLocation } from './custom-source-errors.mjs'
import { root } from './sources.mjs'

/** @typedef {import('./custom-source.mjs').CustomSource} CustomSource */

/** Maximum number of reported errors; others often follow from them. */
const MAX_REPORTED = 8

/** Compiler options of the project for client code. @param {string} overlay */
function compilerOptionsFor(overlay) {
  const read = ts.getParsedCommandLineOfConfigFile(
    path.join(root, 'tsconfig.phone.json'),
    { noEmit: true, paths: { '@/*': [path.join(root, overlay, '*')] } },
    { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => undefined },
  )
  if (!read) throw new Error('tsconfig.phone.json cannot be read')
  return read.options
}

/** @param {CustomSource} customSource @param {string} overlay @param {import('typescript').Diagnostic} diagnostic */
function formatDiagnostic(customSource, overlay, { file, start = 0, messageText }) {
  const text = ts.flattenDiagnosticMessageText(messageText, ' ')
  if (!file) return text
  const name = path.relative(path.join(root, overlay), file.fileName).split(path.sep).join('/')
  const { line, character } = file.getLineAndCharacterOfPosition(start)
  return `${formatLocation(customSource, name, line + 1, character + 1)}: ${text}`
}

/**
 * Throws for type errors in the custom source, or in project code that it breaks; bundlers do not check types. Takes some
 * seconds, once for each source.
 * @param {CustomSource} customSource @param {string} overlay
 */
export function checkTypes(customSource, overlay) {
  const files = (/** @type {string} */ folder) =>
    ts.sys.readDirectory(path.join(root, folder), ['.ts', '.tsx'])
  const isWeappOnly = (/** @type {string} */ name) => name.includes('.weapp.')
  const program = ts.createProgram(
    [...files(overlay).filter((name) => !isWeappOnly(name)), ...files('types')],
    compilerOptionsFor(overlay),
  )
  const diagnostics = ts.getPreEmitDiagnostics(program)
  if (diagnostics.length === 0) return
  const lines = diagnostics
    .slice(0, MAX_REPORTED)
    .map((diagnostic) => formatDiagnostic(customSource, overlay, diagnostic))
  throw new CustomSourceError('own-source', lines.join('\n'))
}
