import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { generatedModule } from './generated-files.mjs'

/** @typedef {{ file: string, name: string }} Text `file` is relative to the root of the sources, without extension */

/** The files of `locales` and of sections. @param {string} root */
const files = (root) =>
  ['locales', 'templates/sections']
    .flatMap((folder) =>
      readdirSync(path.join(root, folder), { recursive: true }).map((name) =>
        path.posix.join(folder, String(name).split(path.sep).join('/')),
      ),
    )
    .filter((file) => file.endsWith('.ts'))
    .sort()

/** The texts that a file exports. @param {string} root @param {string} file @returns {Text[]} @throws if a text has another name than its export */
function textsOf(root, file) {
  const source = readFileSync(path.join(root, file), 'utf8')
  const calls = [...source.matchAll(/^export const (\w+) = translated\(\s*'(\w+)'/gm)]
  return calls.map(([, name = '', given]) => {
    if (name !== given)
      throw new Error(`${file}: ${name} is translated as ${given}; a text has the name of its export`)
    return { file: file.replace(/\.ts$/, ''), name }
  })
}

/** @param {Text[]} texts @throws for a name that two files export, since a translation is found by its name */
function checkNames(texts) {
  const fileByName = new Map()
  for (const { file, name } of texts) {
    const other = fileByName.get(name)
    if (other) throw new Error(`${name} is exported by ${other}.ts and by ${file}.ts; rename one of them`)
    fileByName.set(name, file)
  }
}

/**
 * Generates the type of all texts, which a translation has to have.
 * @param {string} root folder of the sources @returns {import('./generated-files.mjs').GeneratedFiles}
 */
export function wordsType(root) {
  const texts = files(root).flatMap((file) => textsOf(root, file))
  checkNames(texts)
  const lines = texts.map(({ file, name }) => `  ${name}: typeof import('./${file}').${name}`).sort()
  return new Map([
    [
      'words.ts',
      generatedModule(
        ['/** All texts by name. */', 'export interface Words {', ...lines, '}', ''].join('\n'),
      ),
    ],
  ])
}
