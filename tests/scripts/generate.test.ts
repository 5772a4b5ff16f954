import { spawnSync } from 'node:child_process'
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { folderPerTest } from '../support/temporary-folder'

const GENERATED = 'templates/generated'

/** Runs the generator on a copy of the sources in a separate Node process. */
const generate = (root: string, ...options: string[]) =>
  spawnSync(process.execPath, ['scripts/generate.mjs', '--src', root, ...options], { encoding: 'utf8' })

const root = folderPerTest()
beforeEach(() => {
  for (const folder of ['domain', 'locales', 'templates'])
    cpSync(`src/${folder}`, path.join(root, folder), { recursive: true })
  cpSync('src/words.ts', path.join(root, 'words.ts'))
})

const read = (name: string) => readFileSync(path.join(root, GENERATED, name), 'utf8')
const section = (kind: string, file = '') => path.join(root, 'templates/sections', kind, file)

/** Copies the lazy section `text-block` to a new core section `carousel`. */
function addSection() {
  cpSync(section('text-block'), section('carousel'), { recursive: true })
  for (const entry of readdirSync(section('carousel'), { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const file = path.join(entry.parentPath, entry.name)
    const text = readFileSync(file, 'utf8')
      .replaceAll('textBlock', 'carousel')
      .replaceAll('TextBlock', 'Carousel')
    writeFileSync(file, text.replace("loading: 'lazy'", "loading: 'core'"))
  }
}

describe('npm run generate', () => {
  it('changes no committed file', () => {
    expect(generate(root, '--check')).toMatchObject({ status: 0, stderr: '' })
  })

  it('lists a new section in every registry', () => {
    addSection()
    expect(generate(root).status).toBe(0)
    expect(read('section-kinds.ts')).toMatch(/interface CoreSettings \{[^}]*\n {2}carousel: CarouselSettings/)
    expect(read('section-schemas.ts')).toContain('carousel: { schema: carousel, defaults: carouselDefaults }')
    expect(read('core-sections.ts')).toContain('carousel: defineSection(Carousel, carouselDefaults),')
    expect(read('lazy-sections.ts')).not.toContain('carousel')
    for (const name of ['miniatures', 'section-setting-words', 'section-samples'])
      expect(read(`${name}.ts`)).toMatch(/^ {2}carousel: carousel/m)
    expect(generate(root, '--check').status).toBe(0)
  })

  it('fails the check and names the command when a registry is out of date', () => {
    addSection()
    const { status, stderr } = generate(root, '--check')
    expect(status).toBe(1)
    expect(stderr).toContain('src/templates/generated/core-sections.ts is out of date')
    expect(stderr).toContain('Run `npm run generate` and commit the result.')
  })

  it('names the missing file of an incomplete section', () => {
    addSection()
    rmSync(section('carousel', 'miniature.ts'))
    const { status, stderr } = generate(root)
    expect(status).toBe(1)
    expect(stderr).toContain('templates/sections/carousel/miniature.ts is missing')
  })

  it('reports a placement that is neither core nor lazy', () => {
    addSection()
    const file = section('carousel', 'settings.ts')
    writeFileSync(file, readFileSync(file, 'utf8').replace("loading: 'core'", "loading: 'later'"))
    const { status, stderr } = generate(root)
    expect(status).toBe(1)
    expect(stderr).toContain(
      'templates/sections/carousel/settings.ts: export a `placement` whose `loading` is core or lazy',
    )
  })

  const write = (name: string, text: string) => writeFileSync(path.join(root, 'locales', name), text)

  it('adds a new text to the type of all texts', () => {
    write('stations.ts', "export const stationWords = translated('stationWords', { open: '开着' })\n")
    expect(generate(root).status).toBe(0)
    expect(readFileSync(path.join(root, 'words.ts'), 'utf8')).toContain(
      "  stationWords: typeof import('./locales/stations').stationWords",
    )
  })

  it('rejects two texts of the same name', () => {
    write('stations.ts', "export const cartWords = translated('cartWords', { open: '开着' })\n")
    const { status, stderr } = generate(root)
    expect(status).toBe(1)
    expect(stderr).toContain('cartWords is exported by locales/order/cart.ts and by locales/stations.ts')
  })

  it('rejects a text that is translated by another name than its own', () => {
    write('stations.ts', "export const stationWords = translated('cartWords', { open: '开着' })\n")
    const { status, stderr } = generate(root)
    expect(status).toBe(1)
    expect(stderr).toContain('locales/stations.ts: stationWords is translated as cartWords')
  })
})
