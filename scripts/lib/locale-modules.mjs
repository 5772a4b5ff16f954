import { readdirSync } from 'node:fs'
import path from 'node:path'
import { build } from 'esbuild'
import { generatedModule } from './generated-files.mjs'

const SOURCE_LANGUAGE = 'zh-CN'
/** As in biome.json. */
const LINE_WIDTH = 110

/** @typedef {{ file: string, names: string[] }} WordsModule `file` is relative to the root of the sources, without extension */

/** The files of the source language, below `locales` and in the folders of sections. @param {string} root */
const wordsFiles = (root) =>
  ['locales', 'templates/sections']
    .flatMap((folder) =>
      readdirSync(path.join(root, folder), { recursive: true }).map((name) =>
        path.posix.join(folder, String(name)),
      ),
    )
    .filter(
      (file) => path.posix.basename(path.posix.dirname(file)) === SOURCE_LANGUAGE && file.endsWith('.ts'),
    )
    .sort()

/** The exports of each file. @param {string} root @returns {Promise<WordsModule[]>} */
async function readWordsModules(root) {
  const files = wordsFiles(root)
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: files,
    outbase: '.',
    outdir: '.',
    outExtension: { '.js': '.mjs' },
    write: false,
    metafile: true,
    format: 'esm',
  })
  return files.map((source) => {
    const file = source.replace(/\.ts$/, '')
    return { file, names: [...(metafile.outputs[`${file}.mjs`]?.exports ?? [])].sort() }
  })
}

/** @param {WordsModule[]} modules @throws for a name that two modules export, since a translation is found by its name */
function checkNames(modules) {
  const fileByName = new Map()
  for (const { file, names } of modules)
    for (const name of names) {
      const other = fileByName.get(name)
      if (other) throw new Error(`${name} is exported by ${other}.ts and by ${file}.ts; rename one of them`)
      fileByName.set(name, file)
    }
}

/** An export of a text; the annotation lets bundlers drop unused ones. @param {string} name */
function translatedExport(name) {
  const start = `export const ${name} = /* @__PURE__ */ translated(`
  const line = `${start}'${name}', source.${name})`
  return line.length <= LINE_WIDTH ? line : `${start}\n  '${name}',\n  source.${name},\n)`
}

/** The module beside `zh-CN` that gives its texts in the language that was set. @param {WordsModule} module */
function translatedModule({ file, names }) {
  const name = path.posix.basename(file)
  const isSection = file.startsWith('templates/')
  return generatedModule(
    [
      `import { translated } from '${isSection ? '@/locales' : '.'}/translation'`,
      `import * as source from './${SOURCE_LANGUAGE}/${name}'`,
      '',
      ...names.map(translatedExport),
      '',
    ].join('\n'),
  )
}

/** The type of all texts. @param {WordsModule[]} modules */
const wordsType = (modules) =>
  generatedModule(
    [
      '/** All texts of the source language by name. */',
      'export interface Words {',
      ...modules
        .flatMap(({ file, names }) => names.map((name) => `  ${name}: typeof import('./${file}').${name}`))
        .sort(),
      '}',
      '',
    ].join('\n'),
  )

/**
 * Generates the modules that features import texts from, one beside each file of the source language.
 * @param {string} root folder of the sources @returns {Promise<import('./generated-files.mjs').GeneratedFiles>}
 */
export async function localeModules(root) {
  const modules = await readWordsModules(root)
  checkNames(modules)
  return new Map([
    ...modules.map(
      (module) =>
        /** @type {[string, string]} */ ([
          `${module.file.replace(`${SOURCE_LANGUAGE}/`, '')}.ts`,
          translatedModule(module),
        ]),
    ),
    ['words.ts', wordsType(modules)],
  ])
}
