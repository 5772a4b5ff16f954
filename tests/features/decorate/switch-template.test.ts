import { MAX_SECTIONS } from '@/domain/look/look'
import {
  addSection,
  changeSettings,
  type Design,
  designOf,
  isSameDesign,
  recolor,
} from '@/features/decorate/model/design'
import { switchTemplate } from '@/features/decorate/model/switch-template'
import { allTemplates } from '@/templates/all-templates'
import { createLook } from '@/templates/bundled-templates'
import type { sectionKinds } from '@/templates/generated/section-schemas'
import type { KnownTemplate } from '@/templates/known-template'
import { licenceBases } from '@/templates/sections/licence/settings'
import { validateLook } from '@/templates/validate-look'

const known: readonly KnownTemplate[] = allTemplates.map((template) => ({
  ...template,
  title: template.name,
  description: '',
}))
const named = (name: string) => known.find((template) => template.name === name) as KnownTemplate
const designFrom = (name: string): Design => designOf(createLook(named(name)))
const kindsOf = ({ sections }: Design) => sections.map(({ kind }) => kind)
const settingsOf = (design: Design, kind: string) =>
  design.sections.find((section) => section.kind === kind)?.settings ?? {}
const withWords = (design: Design, kind: (typeof sectionKinds)[number], settings: object) => {
  const next = addSection(design, kind)
  const last = next.sections.at(-1)
  return changeSettings(next, last?.id ?? '', { ...last?.settings, ...settings })
}
/** Returns the sections with comparable ids. */
const renamed = ({ sections }: Design) => sections.map((section, at) => ({ ...section, id: String(at) }))
const asMade = (template: KnownTemplate): Design => {
  const design = designOf(createLook(template))
  return { ...design, sections: renamed(design) }
}

describe('switchTemplate', () => {
  const [plain, orchard] = [named('plain'), named('orchard')]

  const tried = (design: Design, to: KnownTemplate, from?: KnownTemplate, awaited = '') =>
    switchTemplate(design, { to, from, hasPendingUpload: (id) => id === awaited })
  const changedTo = (...given: Parameters<typeof tried>) => tried(...given) as Design

  it('refuses when the content does not fit and keeps the colours when the old template is unknown', () => {
    const texts = Array.from({ length: MAX_SECTIONS - 1 }, (_, at) => `第${at}段`)
    const full = texts.reduce((design, text) => withWords(design, 'text-block', { text }), {
      ...designFrom('plain'),
      sections: [],
    } as Design)
    expect(tried(full, orchard, plain)).toBeUndefined()
    expect(tried(designFrom('plain'), orchard)?.theme.seed).toBe(plain.theme.seed)
  })

  it('keeps the voice of a story', () => {
    const voice = { id: '01JD00000000000000000000AA', hash: '0', ms: 900 }
    const spoken = withWords(designFrom('plain'), 'story', { voice })
    expect(settingsOf(changedTo(spoken, orchard, plain), 'story').voice).toEqual(voice)
    expect(settingsOf(changedTo(addSection(designFrom('plain'), 'story'), orchard, plain), 'story')).toEqual(
      {},
    )
  })

  it("keeps the content of sections of the same kind in the new template's layout", () => {
    const mine = designFrom('plain')
    const contact = mine.sections.find(({ kind }) => kind === 'contact')
    const filled = changeSettings(mine, contact?.id ?? '', { ...contact?.settings, title: '来我家' })
    const next = changedTo(filled, orchard, plain)
    expect(next.template).toBe('orchard')
    expect(settingsOf(next, 'contact').title).toBe('来我家')
    expect(settingsOf(next, 'shop-head')).toEqual(settingsOf(designFrom('orchard'), 'shop-head'))
    expect(isSameDesign(changedTo(next, plain, orchard), filled)).toBe(true)
  })

  it('appends content without a counterpart and drops empty sections', () => {
    const withText = withWords(designFrom('plain'), 'text-block', { text: '自家的树' })
    const next = changedTo(addSection(withText, 'text-block'), orchard, plain)
    expect(kindsOf(next)).toEqual([...kindsOf(designFrom('orchard')), 'text-block'])
    expect(settingsOf(next, 'text-block').text).toBe('自家的树')
  })

  it('keeps several sections of a kind in order, there and back', () => {
    const texts = ['一', '二', '三']
    const mine = texts.reduce(
      (design, text) => withWords(design, 'text-block', { text }),
      designFrom('plain'),
    )
    const switchedThere = changedTo(mine, orchard, plain)
    const back = changedTo(switchedThere, plain, orchard)
    for (const design of [switchedThere, back])
      expect(design.sections.filter(({ kind }) => kind === 'text-block').map((s) => s.settings.text)).toEqual(
        texts,
      )
    expect(validateLook({ ...switchedThere, version: 1 })).toEqual([])
  })

  it("applies the template's colours unless the owner chose others", () => {
    expect(changedTo(designFrom('plain'), orchard, plain).theme).toEqual(orchard.theme)
    const mine = recolor(designFrom('plain'), '#34508f')
    expect(changedTo(mine, orchard, plain).theme).toMatchObject({
      seed: '#34508f',
      radius: orchard.theme.radius,
    })
    expect(changedTo(mine, orchard, plain).theme.brand).toBe(mine.theme.brand)
  })

  it.each(licenceBases.filter((basis) => basis !== 'none'))('keeps the licence basis %s', (basis) => {
    const withBasis = withWords(designFrom('plain'), 'licence', { basis })
    for (const to of [orchard, named('herbal'), named('farmyard')])
      expect(settingsOf(changedTo(withBasis, to, plain), 'licence')).toMatchObject({ basis })
    const withoutBasis = addSection(designFrom('plain'), 'licence')
    expect(kindsOf(changedTo(withoutBasis, orchard, plain))).not.toContain('licence')
  })

  it("leaves no trace of the previous template's own texts after switching there and back", () => {
    for (const from of known)
      for (const to of known) {
        const switchedThere = changedTo(designOf(createLook(from)), to, from)
        expect(isSameDesign({ ...switchedThere, sections: renamed(switchedThere) }, asMade(to))).toBe(true)
      }
    const round = known.reduce(
      ({ design, from }, to) => ({ design: changedTo(design, to, from), from: to }),
      { design: designOf(createLook(plain)), from: plain },
    )
    const home = changedTo(round.design, plain, round.from)
    expect(isSameDesign({ ...home, sections: renamed(home) }, asMade(plain))).toBe(true)
  })

  it("keeps a text that the owner wrote over the template's text", () => {
    const order = named('group-order')
    const mine = designOf(createLook(order))
    const lines = mine.sections.find(({ kind }) => kind === 'group-order')
    const edited = changeSettings(mine, lines?.id ?? '', { ...lines?.settings, words: '周六送到' })
    const other = {
      ...order,
      sections: order.sections.map((one) =>
        one.kind === 'group-order' ? { ...one, settings: { ...one.settings, words: '' } } : one,
      ),
    }
    expect(settingsOf(changedTo(edited, other, order), 'group-order').words).toBe('周六送到')
    expect(settingsOf(changedTo(mine, other, order), 'group-order').words).toBe('')
  })

  it('keeps the id of a section that remains and never repeats an id', () => {
    for (const from of known)
      for (const to of known) {
        const mine = withWords(designOf(createLook(from)), 'story', { text: '自家的树' })
        const next = changedTo(mine, to, from)
        const idOf = (design: Design) =>
          design.sections.find(({ settings }) => settings.text === '自家的树')?.id
        expect(idOf(next)).toBe(idOf(mine))
        expect(new Set(next.sections.map(({ id }) => id)).size).toBe(next.sections.length)
      }
  })

  it('keeps an empty section with a pending photo or voice', () => {
    const mine = addSection(designFrom('plain'), 'story')
    const id = mine.sections.at(-1)?.id
    expect(changedTo(mine, orchard, plain, id).sections.at(-1)).toMatchObject({ id, kind: 'story' })
    expect(kindsOf(changedTo(mine, orchard, plain))).not.toContain('story')
  })

  it('keeps a section of an unknown kind unchanged', () => {
    const odd = { id: 'x', kind: 'hologram', settings: { text: '光' } }
    const next = changedTo({ ...designFrom('plain'), sections: [odd] }, orchard, plain)
    expect(next.sections.at(-1)).toEqual(odd)
  })
})
