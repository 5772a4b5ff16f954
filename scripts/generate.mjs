import path from 'node:path'
import { parseArgs } from 'node:util'
import { differingFiles, writeGenerated } from './lib/generated-files.mjs'
import { sectionRegistries } from './lib/section-registries.mjs'
import { root } from './lib/sources.mjs'
import { statesPage } from './lib/state-tables.mjs'
import { wordsType } from './lib/words-type.mjs'

// `node scripts/generate.mjs [--check] [--src folder]` generates the registries of sections, the type of all texts and, without `--src`,
// docs/states.md; with --check it only verifies that the existing ones are current.
const { values } = parseArgs({ options: { check: { type: 'boolean' }, src: { type: 'string' } } })
const isCheck = values.check === true
const sources = path.resolve(values.src ?? path.join(root, 'src'))

try {
  const generated = [
    {
      name: 'src',
      folder: sources,
      files: new Map([...(await sectionRegistries(sources)), ...wordsType(sources)]),
    },
    ...(values.src === undefined
      ? [{ name: 'docs', folder: path.join(root, 'docs'), files: await statesPage() }]
      : []),
  ]
  const names = generated.flatMap(({ name, folder, files }) =>
    (isCheck ? differingFiles(folder, files) : writeGenerated(folder, files)).map(
      (file) => `${name}/${file}`,
    ),
  )
  for (const name of names) console.error(`${name} ${isCheck ? 'is out of date' : 'written'}`)
  if (isCheck && names.length > 0) {
    console.error('Run `npm run generate` and commit the result.')
    process.exitCode = 1
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
