import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import postcss from 'postcss'
import { compile, compileString } from 'sass'

const src = path.resolve(__dirname, '../../src')
const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).sort()
const textOf = (pattern: RegExp) =>
  files
    .filter((file) => pattern.test(file))
    .map((file) => readFileSync(path.join(src, file), 'utf8'))
    .join('\n')

const shared = /^ui[/\\](mixins[/\\].+|tokens\.scss)$/

/** Compiles all sheets at once, which reads what they share once, with a comment before each. */
function compileSheets() {
  const names = files.filter((file) => file.endsWith('.scss') && !shared.test(file))
  const source = names.map((file, at) => `@use "sheet:${at}" as mark-${at};\n@use "${file}" as sheet-${at};`)
  const { css } = compileString(source.join('\n'), {
    loadPaths: [src],
    importers: [
      {
        canonicalize: (url) => (url.startsWith('sheet:') ? new URL(url) : null),
        load: ({ pathname }) => ({ contents: `/* sheet ${pathname} */`, syntax: 'scss' }),
      },
    ],
  })
  const parts = css.split(/\/\* sheet \d+ \*\//).slice(1)
  return names.map((file, at) => ({ file, css: postcss.parse(parts[at] ?? '') }))
}
const sheets = compileSheets()

/** The class names that scripts write, with `${…}` in those that they compute. */
function writtenClasses(): string[] {
  const scripts = textOf(/\.tsx?$/)
  const written = [/[\w-]+/g, /(?:[\w-]|\$\{[^{}]*\})+/g].flatMap((names) => scripts.match(names) ?? [])
  const blocks = [...scripts.matchAll(/<GoodsBlock\s[\s\S]*?\bname="([\w-]+)"/g)].flatMap(([, name]) => [
    `${name}--\${form}`,
    `${name}__block`,
    `${name}__block--one`,
  ])
  return [...new Set([...written.filter((name) => !name.startsWith('${')), ...blocks])]
}

const written = writtenClasses()
const names = new Set(written)
const computed = written
  .filter((name) => name.includes('${'))
  .map((name) => new RegExp(`^${name.replace(/\$\{[^{}]*\}/g, '[\\w-]+')}$`))
/** True for classes of a component, and for Taro's. */
const isWritten = (name: string) =>
  names.has(name) || name.startsWith('taro_') || computed.some((pattern) => pattern.test(name))

describe.each(sheets)('$file', ({ css }) => {
  it('has only rules for classes of components', () => {
    const classes = new Set<string>()
    css.walkRules(({ selector }) => {
      for (const [, name = ''] of selector.matchAll(/\.([a-z][\w-]*)/gi)) classes.add(name)
    })
    expect([...classes].filter((name) => !isWritten(name))).toEqual([])
  })

  it('has one rule per selector', () => {
    const selectors: string[] = []
    css.each((node) => {
      // a comment between nested rules becomes a rule without declarations
      if (node.type === 'rule' && node.some(({ type }) => type === 'decl')) selectors.push(node.selector)
    })
    expect(selectors.filter((selector, at) => selectors.indexOf(selector) !== at)).toEqual([])
  })
})

describe('src/ui/mixins', () => {
  const definitions = textOf(shared)
  const styles = textOf(/\.scss$/)

  it('contains no unused mixin or size', () => {
    const mixins = [...definitions.matchAll(/@mixin ([\w-]+)/g)].map(([, name = '']) => `@include ${name}`)
    const sizes = [...definitions.matchAll(/^(\$[\w-]+):/gm)].map(([, name = '']) => name)
    const isUsed = (name: string) => new RegExp(`\\${name}(?![\\w:-])`).test(styles)
    expect(mixins.length).toBeGreaterThan(0)
    expect(sizes.length).toBeGreaterThan(0)
    expect([...mixins, ...sizes].filter((name) => !isUsed(name))).toEqual([])
  })

  it('emits no CSS', () => {
    expect(compile(path.join(src, 'ui/mixins/index.scss')).css).toBe('')
  })
})
