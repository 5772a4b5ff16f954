import { Value } from '@sinclair/typebox/value'
import fc from 'fast-check'
import { contrast } from '@/domain/theme'
import {
  added,
  type Design,
  designOf,
  isFull,
  mayAdd,
  moved,
  recoloured,
  removed,
  sameDesign,
} from '@/features/decorate/model/design'
import { fieldsOf } from '@/features/decorate/model/form-fields'
import { lookFaults } from '@/templates/check'
import { carriedTemplates, knownOr } from '@/templates/known'
import { lookFrom } from '@/templates/registry'
import { sectionKinds, sectionSchemas } from '@/templates/schemas'

const named = (name: string) => knownOr(name, carriedTemplates)
const designFrom = (name: string): Design => designOf(lookFrom(named(name)))
const kindsOf = ({ sections }: Design) => sections.map(({ kind }) => kind)

describe('a design', () => {
  test('moves a section by one place, and not beyond the ends', () => {
    const design = designFrom('plain')
    const [first, second] = design.sections
    expect(kindsOf(moved(design, first?.id ?? '', 1)).slice(0, 2)).toEqual([second?.kind, first?.kind])
    expect(moved(design, first?.id ?? '', -1)).toBe(design)
    expect(moved(design, design.sections.at(-1)?.id ?? '', 1)).toBe(design)
    expect(moved(design, 'nowhere', 1)).toBe(design)
  })

  test('every kind of section can be added, fits its schema and is taken away again', () => {
    const design = designFrom('plain')
    for (const kind of sectionKinds) {
      const more = added(design, kind)
      expect(lookFaults({ ...more, version: 1 })).toEqual([])
      expect(sameDesign(removed(more, more.sections.at(-1)?.id ?? ''), design)).toBe(true)
    }
  })

  test('offers a head for the shop only where it has none, and puts it on top', () => {
    const design = designFrom('plain')
    const headless = removed(design, design.sections.find(({ kind }) => kind === 'shop-head')?.id ?? '')
    expect(mayAdd(design, 'shop-head')).toBe(false)
    expect(mayAdd(design, 'text-block')).toBe(true)
    expect(mayAdd(headless, 'shop-head')).toBe(true)
    expect(kindsOf(added(headless, 'shop-head'))).toEqual(['shop-head', ...kindsOf(headless)])
  })

  test('holds so many sections and no more, each with a name of its own', () => {
    let design = designFrom('plain')
    for (let at = 0; at < 60; at++) design = added(design, 'text-block')
    expect(isFull(design)).toBe(true)
    expect(design.sections).toHaveLength(40)
    expect(new Set(design.sections.map(({ id }) => id)).size).toBe(40)
  })

  test('can be read in whatever colour was chosen', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0xffffff }), (number) => {
        const { theme } = recoloured(designFrom('plain'), `#${number.toString(16).padStart(6, '0')}`)
        expect(contrast(theme.brand, theme.onBrand)).toBeGreaterThanOrEqual(4.5)
      }),
    )
  })
})

describe('the form of a section', () => {
  test.each(sectionKinds)('has a field for every setting of %s', (kind) => {
    const { schema, defaults } = sectionSchemas[kind]
    expect(fieldsOf(schema).map(({ name }) => name)).toEqual(Object.keys(schema.properties))
    for (const field of fieldsOf(schema)) {
      const put = (value: unknown) => Value.Check(schema, { ...defaults, [field.name]: value })
      if (field.kind === 'choice') for (const word of field.words) expect(put(word)).toBe(true)
      if (field.kind === 'text' || field.kind === 'lines') {
        expect(put('字'.repeat(field.most))).toBe(true)
        expect(put('字'.repeat(field.most + 1))).toBe(false)
        expect(put('一\n二')).toBe(field.kind === 'lines')
      }
      if (field.kind === 'number') {
        for (const value of [field.least, field.most]) expect(put(value)).toBe(true)
        for (const value of [field.least - 1, field.most + 1]) expect(put(value)).toBe(false)
      }
      if (field.kind === 'day') for (const value of ['', '2026-12-01']) expect(put(value)).toBe(true)
      if (field.kind === 'voice')
        expect([put(null), put({ id: '01JD00000000000000000000AA', hash: '0', ms: 900 })]).toEqual([
          true,
          true,
        ])
      if (field.kind === 'product') expect(put('01JD00000000000000000000AA')).toBe(true)
      if (field.kind === 'photos') {
        const photos = Array.from({ length: field.most }, () => ({
          id: '01JD00000000000000000000AA',
          hash: '0'.repeat(32),
        }))
        expect(put(photos)).toBe(true)
      }
    }
  })
})
