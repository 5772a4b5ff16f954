import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

interface Rule {
  name: string
  from: { path?: string; pathNot?: string }
  to: { path?: string; pathNot?: string }
}

const { forbidden } = jest.requireActual<{ forbidden: Rule[] }>(path.resolve('.dependency-cruiser.cjs'))

const layers = (/```layers\n([^`]+)```/.exec(readFileSync('ARCHITECTURE.md', 'utf8'))?.[1] ?? '')
  .split('<')
  .map((layer) => layer.trim().split(/\s+/))

const isForbidden = (from: string, to: string) =>
  forbidden.some(
    (rule) =>
      rule.name.startsWith('module-') &&
      new RegExp(rule.from.path ?? '').test(from) &&
      !(rule.from.pathNot && new RegExp(rule.from.pathNot).test(from)) &&
      new RegExp(rule.to.path ?? '').test(to) &&
      !(rule.to.pathNot && new RegExp(rule.to.pathNot).test(to)),
  )

describe('layers of the server', () => {
  it('hold every module once', () => {
    const folders = readdirSync('server/modules', { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name)
    expect(layers.flat().sort()).toEqual(folders.sort())
  })

  it('allow the imports that ARCHITECTURE.md shows, and no other', () => {
    const wrong: string[] = []
    for (const [at, layer] of layers.entries())
      for (const from of layer)
        for (const [other, lower] of layers.entries())
          for (const to of lower) {
            const allowed = other < at || to === from
            if (isForbidden(`server/modules/${from}/a.ts`, `server/modules/${to}/b.ts`) === allowed)
              wrong.push(`${from} -> ${to}`)
          }
    expect(wrong).toEqual([])
  })

  it('keep modules from importing what joins them', () => {
    for (const file of ['list', 'reactions'])
      expect(isForbidden('server/modules/orders/a.ts', `server/modules/${file}.ts`)).toBe(true)
  })

  it('have a place for every new module', () => {
    expect(isForbidden('server/modules/new-module/a.ts', 'server/app.ts')).toBe(true)
  })
})
