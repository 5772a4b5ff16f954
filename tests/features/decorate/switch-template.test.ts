import { MAX_SECTIONS } from '@/domain/look'
import {
  added,
  changed,
  type Design,
  designOf,
  recoloured,
  sameDesign,
} from '@/features/decorate/model/design'
import { switched } from '@/features/decorate/model/switch-template'
import { allTemplates } from '@/templates/all-templates'
import { lookFaults } from '@/templates/check'
import type { KnownTemplate } from '@/templates/known'
import { lookFrom } from '@/templates/registry'
import type { sectionKinds } from '@/templates/schemas'
import { licenceBases } from '@/templates/sections/licence/settings'

const known: readonly KnownTemplate[] = allTemplates.map((template) => ({
  ...template,
  title: template.name,
  description: '',
}))
const named = (name: string) => known.find((template) => template.name === name) as KnownTemplate
const designFrom = (name: string): Design => designOf(lookFrom(named(name)))
const kindsOf = ({ sections }: Design) => sections.map(({ kind }) => kind)
const settingsOf = (design: Design, kind: string) =>
  design.sections.find((section) => section.kind === kind)?.settings ?? {}
const withWords = (design: Design, kind: (typeof sectionKinds)[number], settings: object) => {
  const next = added(design, kind)
  const last = next.sections.at(-1)
  return changed(next, last?.id ?? '', { ...last?.settings, ...settings })
}
/** Its sections without their own names, to be compared with others. */
const renamed = ({ sections }: Design) => sections.map((section, at) => ({ ...section, id: String(at) }))
const asMade = (template: KnownTemplate): Design => {
  const design = designOf(lookFrom(template))
  return { ...design, sections: renamed(design) }
}

describe('another template', () => {
  const [plain, orchard] = [named('plain'), named('orchard')]

  const tried = (design: Design, to: KnownTemplate, from?: KnownTemplate, awaited = '') =>
    switched(design, { to, from, awaits: (id) => id === awaited })
  const changedTo = (...given: Parameters<typeof tried>) => tried(...given) as Design

  test('is not taken where what was put in has no room, and keeps a colour nobody here can tell from a chosen one', () => {
    const texts = Array.from({ length: MAX_SECTIONS - 1 }, (_, at) => `第${at}段`)
    const full = texts.reduce((design, text) => withWords(design, 'text-block', { text }), {
      ...designFrom('plain'),
      sections: [],
    } as Design)
    expect(tried(full, orchard, plain)).toBeUndefined()
    expect(tried(designFrom('plain'), orchard)?.theme.seed).toBe(plain.theme.seed)
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

  test.each(licenceBases.filter((basis) => basis !== 'none'))(
    'goes on saying by what right the shop sells: %s',
    (basis) => {
      const said = withWords(designFrom('plain'), 'licence', { basis })
      for (const to of [orchard, named('herbal'), named('farmyard')])
        expect(settingsOf(changedTo(said, to, plain), 'licence')).toMatchObject({ basis })
      const unsaid = added(designFrom('plain'), 'licence')
      expect(kindsOf(changedTo(unsaid, orchard, plain))).not.toContain('licence')
    },
  )

  test('does not take along what the one before it wrote: whoever only looks through them ends where she began', () => {
    for (const from of known)
      for (const to of known) {
        const there = changedTo(designOf(lookFrom(from)), to, from)
        expect(sameDesign({ ...there, sections: renamed(there) }, asMade(to))).toBe(true)
      }
    const round = known.reduce(
      ({ design, from }, to) => ({ design: changedTo(design, to, from), from: to }),
      { design: designOf(lookFrom(plain)), from: plain },
    )
    const home = changedTo(round.design, plain, round.from)
    expect(sameDesign({ ...home, sections: renamed(home) }, asMade(plain))).toBe(true)
  })

  test('but what she wrote over it', () => {
    const wheat = named('wheat')
    const mine = designOf(lookFrom(wheat))
    const board = mine.sections.find(({ kind }) => kind === 'price-board')
    const hers = changed(mine, board?.id ?? '', { ...board?.settings, title: '今天的价' })
    expect(settingsOf(changedTo(hers, named('herbal'), wheat), 'price-board').title).toBe('今天的价')
    expect(settingsOf(changedTo(mine, named('herbal'), wheat), 'price-board').title).toBe('')
  })

  test('keeps each section that goes on under its name, whatever order they stand in, and no name twice', () => {
    for (const from of known)
      for (const to of known) {
        const mine = withWords(designOf(lookFrom(from)), 'story', { text: '自家的树' })
        const next = changedTo(mine, to, from)
        const idOf = (design: Design) =>
          design.sections.find(({ settings }) => settings.text === '自家的树')?.id
        expect(idOf(next)).toBe(idOf(mine))
        expect(new Set(next.sections.map(({ id }) => id)).size).toBe(next.sections.length)
      }
  })

  test('keeps an empty section that a photo or a voice is still on its way to', () => {
    const mine = added(designFrom('plain'), 'story')
    const id = mine.sections.at(-1)?.id
    expect(changedTo(mine, orchard, plain, id).sections.at(-1)).toMatchObject({ id, kind: 'story' })
    expect(kindsOf(changedTo(mine, orchard, plain))).not.toContain('story')
  })

  test('a kind that nobody knows here is kept as it is', () => {
    const odd = { id: 'x', kind: 'hologram', settings: { text: '光' } }
    const next = changedTo({ ...designFrom('plain'), sections: [odd] }, orchard, plain)
    expect(next.sections.at(-1)).toEqual(odd)
  })
})
