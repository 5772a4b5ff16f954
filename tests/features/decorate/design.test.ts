import { Value } from '@sinclair/typebox/value'
import fc from 'fast-check'
import { MAX_SECTIONS } from '@/domain/look'
import { contrast } from '@/domain/theme'
import {
  added,
  changed,
  type Design,
  designOf,
  isFull,
  moved,
  recoloured,
  removed,
  sameDesign,
} from '@/features/decorate/design'
import { fieldsOf } from '@/features/decorate/form-fields'
import { switched } from '@/features/decorate/switch-template'
import { lookFaults } from '@/templates/check'
import { carriedTemplates, knownOr } from '@/templates/known'
import { lookFrom } from '@/templates/registry'
import { sectionKinds, sectionSchemas } from '@/templates/schemas'

const named = (name: string) => knownOr(name, carriedTemplates)
const designFrom = (name: string): Design => designOf(lookFrom(named(name)))
const kindsOf = ({ sections }: Design) => sections.map(({ kind }) => kind)
const settingsOf = (design: Design, kind: string) =>
  design.sections.find((section) => section.kind === kind)?.settings ?? {}
const withWords = (design: Design, kind: (typeof sectionKinds)[number], settings: object) => {
  const next = added(design, kind)
  const last = next.sections.at(-1)
  return changed(next, last?.id ?? '', { ...last?.settings, ...settings })
}

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

describe('another template', () => {
  const [plain, orchard] = [named('plain'), named('orchard')]

  const changedTo = (...given: Parameters<typeof switched>) => switched(...given) as Design

  test('is not taken where what was put in has no room, and keeps a colour nobody here can tell from a chosen one', () => {
    const texts = Array.from({ length: MAX_SECTIONS - 1 }, (_, at) => `第${at}段`)
    const full = texts.reduce((design, text) => withWords(design, 'text-block', { text }), {
      ...designFrom('plain'),
      sections: [],
    } as Design)
    expect(switched(full, orchard, plain)).toBeUndefined()
    expect(switched(designFrom('plain'), orchard, undefined)?.theme.seed).toBe(plain.theme.seed)
  })

  test('goes on speaking', () => {
    const voice = { id: '01JD00000000000000000000AA', hash: '0', ms: 900 }
    const spoken = withWords(designFrom('plain'), 'story', { voice })
    expect(settingsOf(changedTo(spoken, orchard, plain), 'story').voice).toEqual(voice)
    expect(settingsOf(changedTo(added(designFrom('plain'), 'story'), orchard, plain), 'story')).toEqual({})
  })

  test('takes over what was put into sections of the same kind, and looks as it does itself', () => {
    const mine = designFrom('plain')
    const contact = mine.sections.find(({ kind }) => kind === 'contact')
    const filled = changed(mine, contact?.id ?? '', { ...contact?.settings, title: '来我家' })
    const next = changedTo(filled, orchard, plain)
    expect(next.template).toBe('orchard')
    expect(settingsOf(next, 'contact').title).toBe('来我家')
    expect(settingsOf(next, 'shop-head')).toEqual(settingsOf(designFrom('orchard'), 'shop-head'))
    expect(sameDesign(changedTo(next, plain, orchard), filled)).toBe(true)
  })

  test('keeps what it has no place for below, and leaves out what is empty', () => {
    const told = withWords(designFrom('plain'), 'text-block', { text: '自家的树' })
    const next = changedTo(added(told, 'text-block'), orchard, plain)
    expect(kindsOf(next)).toEqual([...kindsOf(designFrom('orchard')), 'text-block'])
    expect(settingsOf(next, 'text-block').text).toBe('自家的树')
  })

  test('several of a kind go one after the other; none gets lost on the way there and back', () => {
    const texts = ['一', '二', '三']
    const mine = texts.reduce(
      (design, text) => withWords(design, 'text-block', { text }),
      designFrom('plain'),
    )
    const there = changedTo(mine, orchard, plain)
    const back = changedTo(there, plain, orchard)
    for (const design of [there, back])
      expect(design.sections.filter(({ kind }) => kind === 'text-block').map((s) => s.settings.text)).toEqual(
        texts,
      )
    expect(lookFaults({ ...there, version: 1 })).toEqual([])
  })

  test('brings its colours, unless others were chosen by hand', () => {
    expect(changedTo(designFrom('plain'), orchard, plain).theme).toEqual(orchard.theme)
    const mine = recoloured(designFrom('plain'), '#34508f')
    expect(changedTo(mine, orchard, plain).theme).toMatchObject({
      seed: '#34508f',
      radius: orchard.theme.radius,
    })
    expect(changedTo(mine, orchard, plain).theme.brand).toBe(mine.theme.brand)
  })

  test('a kind that nobody knows here is kept as it is', () => {
    const odd = { id: 'x', kind: 'hologram', settings: { text: '光' } }
    const next = changedTo({ ...designFrom('plain'), sections: [odd] }, orchard, plain)
    expect(next.sections.at(-1)).toEqual({ ...odd, id: 'hologram-1' })
  })
})
