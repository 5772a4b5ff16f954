import path from 'node:path'
import { build } from 'esbuild'
import { generatedModule } from './generated-files.mjs'
import { hasFile, missingSectionFiles, sectionKindsIn } from './section-folders.mjs'

/** @typedef {{ loading: 'core' | 'lazy', order?: number }} Placement */
/** @typedef {Placement & { kind: string, camel: string, pascal: string, claims: boolean }} Section */

const FOLDER = 'templates/generated'

/** @param {string} kind */
const pascalCase = (kind) => kind.replace(/(^|-)([a-z])/g, (_, __, letter) => letter.toUpperCase())
/** @param {string} kind */
const camelCase = (kind) => kind.replace(/-([a-z])/g, (_, letter) => letter.toUpperCase())
/** The key of an object literal, quoted if it must be. @param {string} kind */
const key = (kind) => (kind.includes('-') ? `'${kind}'` : kind)

/** @param {readonly string[]} lines */
const text = (lines) => `${lines.join('\n')}\n`

/** Reads the placement of each section from its `settings.ts`. @param {string} root @param {string[]} kinds */
async function readPlacements(root, kinds) {
  const contents = kinds
    .map((kind, at) => `export { placement as p${at} } from './${kind}/settings'`)
    .join('\n')
  const bundle = await build({
    stdin: { contents, resolveDir: path.join(root, 'templates/sections'), loader: 'ts' },
    bundle: true,
    write: false,
    format: 'esm',
    alias: { '@': root },
    logLevel: 'silent',
  })
  const source = bundle.outputFiles[0]?.text ?? ''
  /** @type {Record<string, Placement | undefined>} */
  const placements = await import(`data:text/javascript;base64,${Buffer.from(source).toString('base64')}`)
  return kinds.map((kind, at) => {
    const placement = placements[`p${at}`]
    if (placement?.loading !== 'core' && placement?.loading !== 'lazy')
      throw new Error(
        `templates/sections/${kind}/settings.ts: export a \`placement\` whose \`loading\` is core or lazy`,
      )
    return placement
  })
}

/** The sections in the order of the editor's list. @param {string} root @returns {Promise<Section[]>} */
async function readSections(root) {
  const kinds = sectionKindsIn(root)
  const placements = await readPlacements(root, kinds)
  const sections = kinds.map((kind, at) => ({
    .../** @type {Placement} */ (placements[at]),
    kind,
    camel: camelCase(kind),
    pascal: pascalCase(kind),
    claims: hasFile(root, kind, 'claims.ts'),
  }))
  const place = (/** @type {Section} */ { order = Number.POSITIVE_INFINITY }) => order
  return sections.sort((a, b) => (place(a) === place(b) ? 0 : place(a) - place(b)))
}

/** Import lines, one for each section and file, by path. @param {Section[]} sections @param {(s: Section) => string[]} lines */
const imports = (sections, lines) =>
  [...sections].sort((a, b) => (a.kind < b.kind ? -1 : 1)).flatMap((section) => lines(section))

/** @param {string} name @param {Section[]} sections @param {string} comment */
const settingsInterface = (name, sections, comment) => [
  `/** ${comment} */`,
  `export interface ${name} {`,
  ...sections.map(({ kind, pascal }) => `  ${key(kind)}: ${pascal}Settings`),
  '}',
  '',
]

/** @param {Section[]} sections */
const kindsModule = (sections) =>
  text([
    ...imports(sections, ({ kind, pascal }) => [
      `import type { ${pascal}Settings } from '../sections/${kind}/settings'`,
    ]),
    '',
    ...settingsInterface(
      'CoreSettings',
      sections.filter(({ loading }) => loading === 'core'),
      'The core sections, which every storefront loads.',
    ),
    ...settingsInterface(
      'LazySettings',
      sections.filter(({ loading }) => loading === 'lazy'),
      'The lazy sections; H5 loads them only for looks that have them.',
    ),
    '/** All section kinds with their settings. */',
    'export interface SettingsByKind extends CoreSettings, LazySettings {}',
    '',
    'export type SectionKind = keyof SettingsByKind',
  ])

/** @param {Section[]} sections */
const schemasModule = (sections) =>
  text([
    `import type { SectionSchema } from '../section-schema'`,
    ...imports(sections, ({ kind, camel }) => [
      `import { schema as ${camel} } from '../sections/${kind}/schema'`,
      `import { ${camel}Defaults } from '../sections/${kind}/settings'`,
    ]),
    `import type { SectionKind, SettingsByKind } from './section-kinds'`,
    '',
    '/** Imported by the server and the look editor only, so that storefronts do not load TypeBox. */',
    'export const sectionSchemas: { [K in SectionKind]: SectionSchema<SettingsByKind[K]> } = {',
    ...sections.map(({ kind, camel }) => `  ${key(kind)}: { schema: ${camel}, defaults: ${camel}Defaults },`),
    '}',
    '',
    '/** All kinds in the order of the editor’s list. */',
    'export const sectionKinds = Object.keys(sectionSchemas) as SectionKind[]',
  ])

/** @param {Section[]} sections @param {'core' | 'lazy'} loading @param {string} comment */
const definitionsModule = (sections, loading, comment) =>
  text([
    `import { defineSection, type Sections } from '../define-section'`,
    ...imports(sections, ({ kind, camel, pascal, claims }) => [
      ...(claims ? [`import { claims as ${camel}Claims } from '../sections/${kind}/claims'`] : []),
      `import { ${pascal} } from '../sections/${kind}/section'`,
      `import { ${camel}Defaults } from '../sections/${kind}/settings'`,
    ]),
    `import type { ${pascalCase(loading)}Settings } from './section-kinds'`,
    '',
    `/** ${comment} */`,
    `export const ${loading}Sections: Sections<keyof ${pascalCase(loading)}Settings> = {`,
    ...sections.map(
      ({ kind, camel, pascal, claims }) =>
        `  ${key(kind)}: defineSection(${pascal}, ${camel}Defaults${claims ? `, ${camel}Claims` : ''}),`,
    ),
    '}',
  ])

/**
 * A module that lists one export of every section.
 * @param {Section[]} sections
 * @param {{ file: string, suffix: string, types: string[], name: string, type: string, comment: string, last?: string[] }} list
 */
const listModule = (sections, { file, suffix, types, name, type, comment, last = [] }) =>
  text([
    ...types,
    ...imports(sections, ({ kind, camel }) => [
      `import { ${camel}${suffix} } from '../sections/${kind}/${file}'`,
    ]),
    ...last,
    '',
    `/** ${comment} */`,
    `export const ${name}: ${type} = {`,
    ...sections.map(({ kind, camel }) => `  ${key(kind)}: ${camel}${suffix},`),
    '}',
  ])

/**
 * Generates the registries of sections from their folders.
 * @param {string} root folder of the sources @returns {Promise<import('./generated-files.mjs').GeneratedFiles>}
 * @throws if a folder lacks a required file
 */
export async function sectionRegistries(root) {
  const missing = missingSectionFiles(root)
  if (missing.length > 0) throw new Error(missing.join('\n'))
  const sections = await readSections(root)
  const loadedAs = (/** @type {'core' | 'lazy'} */ how) => sections.filter(({ loading }) => loading === how)
  const kinds = `import type { SectionKind, SettingsByKind } from './section-kinds'`
  const modules = {
    'section-kinds': kindsModule(sections),
    'section-schemas': schemasModule(sections),
    'core-sections': definitionsModule(
      loadedAs('core'),
      'core',
      'The sections that most looks use; every storefront loads them.',
    ),
    'lazy-sections': definitionsModule(loadedAs('lazy'), 'lazy', 'The sections that only some looks use.'),
    miniatures: listModule(sections, {
      file: 'miniature',
      suffix: 'Miniature',
      types: [`import type { DrawMiniature } from '../miniature/strokes'`],
      name: 'miniatures',
      type: 'Record<string, DrawMiniature>',
      comment: 'Imported by the look editor only, so that storefronts do not load the drawings.',
    }),
    'section-setting-words': listModule(sections, {
      file: 'setting-words',
      suffix: 'SettingWords',
      types: [],
      last: [`import type { SettingWords } from '../setting-words'`, kinds],
      name: 'sectionSettingWords',
      type: '{ [K in SectionKind]: SettingWords<SettingsByKind[K]> }',
      comment: 'Imported by the look editor only, so that storefronts do not load the texts.',
    }),
    'section-samples': listModule(sections, {
      file: 'sample',
      suffix: 'Sample',
      types: [`import type { SectionSample } from '../section-sample'`],
      last: [kinds],
      name: 'sectionSamples',
      type: '{ [K in SectionKind]: SectionSample<SettingsByKind[K]> }',
      comment: 'Imported by tests only.',
    }),
  }
  return new Map(
    Object.entries(modules).map(([name, body]) => [`${FOLDER}/${name}.ts`, generatedModule(body)]),
  )
}
