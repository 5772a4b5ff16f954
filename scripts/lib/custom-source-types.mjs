import path from 'node:path'
import ts from 'typescript'
import { OwnFault } from './custom-source.mjs'
import { placeIn } from './custom-source-errors.mjs'
import { root } from './sources.mjs'

/** @typedef {import('./custom-source.mjs').OwnSource} OwnSource */

/** So many are told; the others often follow from them. */
const MOST = 8

/** The project's own rules, for what phones know. @param {string} mixed */
function rulesFor(mixed) {
  const read = ts.getParsedCommandLineOfConfigFile(
    path.join(root, 'tsconfig.phone.json'),
    { noEmit: true, paths: { '@/*': [path.join(root, mixed, '*')] } },
    { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => undefined },
  )
  if (!read) throw new Error('tsconfig.phone.json cannot be read')
  return read.options
}

/** @param {OwnSource} own @param {string} mixed @param {import('typescript').Diagnostic} fault */
function told(own, mixed, { file, start = 0, messageText }) {
  const text = ts.flattenDiagnosticMessageText(messageText, ' ')
  if (!file) return text
  const name = path.relative(path.join(root, mixed), file.fileName).split(path.sep).join('/')
  const { line, character } = file.getLineAndCharacterOfPosition(start)
  return `${placeIn(own, name, line + 1, character + 1)}: ${text}`
}

/**
 * Refuses source whose types do not fit, its own or the project's beside it: what bundlers strip unread. Some seconds, and
 * once for each source.
 * @param {OwnSource} own @param {string} mixed
 */
export function checkTypes(own, mixed) {
  const files = (/** @type {string} */ folder) =>
    ts.sys.readDirectory(path.join(root, folder), ['.ts', '.tsx'])
  const elsewhere = (/** @type {string} */ name) => name.includes('.weapp.')
  const program = ts.createProgram(
    [...files(mixed).filter((name) => !elsewhere(name)), ...files('types')],
    rulesFor(mixed),
  )
  const faults = ts.getPreEmitDiagnostics(program)
  if (faults.length === 0) return
  const lines = faults.slice(0, MOST).map((fault) => told(own, mixed, fault))
  throw new OwnFault('own-source', lines.join('\n'))
}
