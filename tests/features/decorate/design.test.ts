import { Value } from '@sinclair/typebox/value'
import fc from 'fast-check'
import { contrast } from '@/domain/look/theme'
import {
  addSection,
  canAddSection,
  type Design,
  designOf,
  isFull,
  isSameDesign,
  moveSection,
  recolor,
  removeSection,
} from '@/features/decorate/model/design'
import { formFieldsOf } from '@/features/decorate/model/form-fields'
import { createLook } from '@/templates/bundled-templates'
import { sectionKinds, sectionSchemas } from '@/templates/generated/section-schemas'
import { bundledKnownTemplates, findOrFirst } from '@/templates/known-template'
import { validateLook } from '@/templates/validate-look'

const named = (name: string) => findOrFirst(name, bundledKnownTemplates)
const designFrom = (name: string): Design => designOf(createLook(named(name)))
const kindsOf = ({ sections }: Design) => sections.map(({ kind }) => kind)

describe('design', () => {
  it('moves a section by one place but not beyond the ends', () => {
    const design = designFrom('plain')
    const [first, second] = design.sections
    expect(kindsOf(moveSection(design, first?.id ?? '', 1)).slice(0, 2)).toEqual([second?.kind, first?.kind])
    expect(moveSection(design, first?.id ?? '', -1)).toBe(design)
    expect(moveSection(design, design.sections.at(-1)?.id ?? '', 1)).toBe(design)
    expect(moveSection(design, 'nowhere', 1)).toBe(design)
  })

  it('adds every kind of section with valid settings and removes it again', () => {
    const design = designFrom('plain')
    for (const kind of sectionKinds) {
      const more = addSection(design, kind)
      expect(validateLook({ ...more, version: 1 })).toEqual([])
      expect(isSameDesign(removeSection(more, more.sections.at(-1)?.id ?? ''), design)).toBe(true)
    }
  })

  it('offers a shop head only when there is none and puts it on top', () => {
    const design = designFrom('plain')
    const headless = removeSection(design, design.sections.find(({ kind }) => kind === 'shop-head')?.id ?? '')
    expect(canAddSection(design, 'shop-head')).toBe(false)
    expect(canAddSection(design, 'text-block')).toBe(true)
    expect(canAddSection(headless, 'shop-head')).toBe(true)
    expect(kindsOf(addSection(headless, 'shop-head'))).toEqual(['shop-head', ...kindsOf(headless)])
  })

  it('is limited to 40 sections with unique ids', () => {
    let design = designFrom('plain')
    for (let at = 0; at < 60; at++) design = addSection(design, 'text-block')
    expect(isFull(design)).toBe(true)
    expect(design.sections).toHaveLength(40)
    expect(new Set(design.sections.map(({ id }) => id)).size).toBe(40)
  })

  it('stays readable in any chosen colour', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0xffffff }), (number) => {
        const { theme } = recolor(designFrom('plain'), `#${number.toString(16).padStart(6, '0')}`)
        expect(contrast(theme.brand, theme.onBrand)).toBeGreaterThanOrEqual(4.5)
      }),
    )
  })
})

describe('section form', () => {
  it.each(sectionKinds)('has a valid field for every setting of %s', (kind) => {
    const { schema, defaults } = sectionSchemas[kind]
    expect(formFieldsOf(schema).map(({ name }) => name)).toEqual(Object.keys(schema.properties))
    for (const field of formFieldsOf(schema)) {
      const put = (value: unknown) => Value.Check(schema, { ...defaults, [field.name]: value })
      if (field.kind === 'choice') for (const word of field.options) expect(put(word)).toBe(true)
      if (field.kind === 'text' || field.kind === 'lines') {
        expect(put('字'.repeat(field.max))).toBe(true)
        expect(put('字'.repeat(field.max + 1))).toBe(false)
        expect(put('一\n二')).toBe(field.kind === 'lines')
      }
      if (field.kind === 'number') {
        for (const value of [field.min, field.max]) expect(put(value)).toBe(true)
        for (const value of [field.min - 1, field.max + 1]) expect(put(value)).toBe(false)
      }
      if (field.kind === 'day') for (const value of ['', '2026-12-01']) expect(put(value)).toBe(true)
      if (field.kind === 'voice')
        expect([put(null), put({ id: '01JD00000000000000000000AA', hash: '0', ms: 900 })]).toEqual([
          true,
          true,
        ])
      if (field.kind === 'product') expect(put('01JD00000000000000000000AA')).toBe(true)
      if (field.kind === 'photos') {
        const photos = Array.from({ length: field.max }, () => ({
          id: '01JD00000000000000000000AA',
          hash: '0'.repeat(32),
        }))
        expect(put(photos)).toBe(true)
      }
    }
  })
})
