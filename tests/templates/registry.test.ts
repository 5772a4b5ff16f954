import { LookShape } from '@/contract/shop/looks'
import type { Look } from '@/domain/look/look'
import { paletteOf } from '@/domain/look/palette'
import { tradeDefaults, trades } from '@/domain/shop/trade'
import { templateCatalogue } from '@/locales/look/template-catalogue'
import { templateWords } from '@/locales/look/templates'
import { allTemplates, createLookByName, findTemplate } from '@/templates/all-templates'
import { bundledTemplates } from '@/templates/bundled-templates'
import { validateLook } from '@/templates/validate-look'

const lookNamed = (name: string): Look => {
  const look = createLookByName(name)
  if (!look) throw new Error(`no template ${name}`)
  return look
}

describe('template registry', () => {
  it('lists twelve templates, each with its own title and description', () => {
    const names = allTemplates.map(({ name }) => name)
    expect(new Set(names).size).toBe(12)
    expect(Object.keys(templateCatalogue).sort()).toEqual([...names].sort())
    for (const part of ['title', 'description'] as const)
      expect(new Set(names.map((name) => templateCatalogue[name]?.[part])).size).toBe(12)
  })

  it('contains a template that suits every trade', () => {
    for (const trade of trades) expect(allTemplates.some(({ suits }) => suits.includes(trade))).toBe(true)
  })

  it('bundles three templates with their titles into the client', () => {
    const names = bundledTemplates.map(({ name }) => name)
    expect(names).toEqual(['woodgrain', 'orchard', 'plain'])
    expect(names.map((name) => templateWords[name]?.title)).toEqual(['木纹', '果园', '素净'])
  })

  it('contains a suitable default for every trade', () => {
    for (const trade of trades) expect(findTemplate(tradeDefaults(trade).template)?.suits).toContain(trade)
    expect(bundledTemplates.every((template) => allTemplates.includes(template))).toBe(true)
  })

  it.each(allTemplates)('derives the colours of $name from its seed', ({ theme }) => {
    expect(theme).toMatchObject(paletteOf(theme.seed, theme.groundForm))
  })

  it('contains no two templates with the same order of sections or the same beginning', () => {
    const orders = allTemplates.map(({ sections }) => sections.map((section) => section.kind).join())
    expect(new Set(orders).size).toBe(orders.length)
    const beginnings = allTemplates.map(({ sections, theme }) =>
      JSON.stringify([sections.slice(0, 3), theme.titles, theme.cards]),
    )
    expect(new Set(beginnings).size).toBe(orders.length)
  })

  it('contains no facts that only an owner knows', () => {
    for (const { sections } of allTemplates)
      for (const { settings } of sections) {
        const own = settings as { photos?: unknown[]; text?: string; village?: string; basis?: string }
        expect(own).toMatchObject({
          ...(own.photos ? { photos: [] } : {}),
          ...(own.text === undefined ? {} : { text: '' }),
          ...(own.village === undefined ? {} : { village: '' }),
          ...(own.basis === undefined ? {} : { basis: 'none' }),
        })
      }
  })
})

describe('createLookByName', () => {
  it.each(allTemplates.map(({ name }) => name))('returns a valid look for the template %s', (name) => {
    const look = lookNamed(name)
    expect(look).toMatchObject({ version: 1, template: name, templateVersion: findTemplate(name)?.version })
    expect(new Set(look.sections.map(({ id }) => id)).size).toBe(look.sections.length)
    expect(look.sections.every(({ id }) => /^[0-9A-Za-z-]{1,40}$/.test(id))).toBe(true)
    expect(Object.keys(LookShape.properties).sort()).toEqual(Object.keys(look).sort())
    expect(validateLook(look)).toEqual([])
  })

  it('returns a copy that can be changed without changing the template', () => {
    const look = lookNamed('plain')
    look.theme.brand = '#000000'
    for (const section of look.sections) section.settings.form = 'other'
    expect(validateLook(lookNamed('plain'))).toEqual([])
    expect(lookNamed('plain').theme.brand).not.toBe('#000000')
  })

  it('returns undefined for an unknown name', () => {
    expect(createLookByName('nowhere')).toBeUndefined()
    expect(createLookByName('constructor')).toBeUndefined()
  })
})

describe('validateLook', () => {
  const paths = (change: (look: Look) => void): string[] => {
    const look = lookNamed('woodgrain')
    change(look)
    return validateLook(look).map(({ path }) => path)
  }
  const settingsOf = (look: Look, kind: string) => {
    const section = look.sections.find((each) => each.kind === kind)
    if (!section) throw new Error(`no ${kind}`)
    return section.settings
  }

  it('reports an unknown template', () => {
    expect(paths((look) => Object.assign(look, { template: 'marble' }))).toEqual(['/template'])
  })

  it.each(['carousel', 'constructor', '__proto__'])('reports an unknown section: %s', (kind) => {
    expect(paths((look) => look.sections.push({ id: 'x', kind, settings: {} }))).toEqual(['/sections/6/kind'])
  })

  it('reports an id that is used twice', () => {
    expect(
      paths((look) =>
        look.sections.push({
          ...lookNamed('woodgrain').sections[0],
          id: 'delivery-5',
          kind: 'contact',
          settings: { title: '', wechat: '' },
        }),
      ),
    ).toEqual(['/sections/6/id'])
  })

  it('reports the path of a setting that does not match its schema', () => {
    expect(paths((look) => Object.assign(settingsOf(look, 'shop-head'), { form: 'tower' }))).toContain(
      '/sections/0/settings/form',
    )
    expect(paths((look) => Object.assign(settingsOf(look, 'contact'), { title: '一'.repeat(21) }))).toContain(
      '/sections/5/settings/title',
    )
    expect(paths((look) => Object.assign(settingsOf(look, 'product-grid'), { script: 'x' }))).toContain(
      '/sections/3/settings/script',
    )
    expect(paths((look) => delete settingsOf(look, 'delivery').title)).toContain('/sections/4/settings/title')
  })

  it('accepts a story with a voice of at most a minute or without a voice field', () => {
    const story = (changes: object) => {
      const look = lookNamed('amber')
      const settings = settingsOf(look, 'story')
      delete settings.voice
      Object.assign(settings, changes)
      return validateLook(look)
    }
    const voice = { id: '01JD00000000000000000000AA', hash: '0'.repeat(32), ms: 60_000 }
    expect(story({})).toEqual([])
    expect(story({ voice: null })).toEqual([])
    expect(story({ voice })).toEqual([])
    for (const wrong of [
      { ...voice, ms: 61_000 },
      { ...voice, ms: 0.5 },
      { ...voice, id: '' },
      {},
      'spoken',
      [],
    ])
      expect(story({ voice: wrong })).not.toEqual([])
  })

  it('accepts an id or an empty text as the featured product', () => {
    const errorsWith = (productId: string) => {
      const look = lookNamed('indigo')
      Object.assign(settingsOf(look, 'featured-product'), { productId })
      return validateLook(look)
    }
    expect(errorsWith('')).toEqual([])
    expect(errorsWith('01JD00000000000000000000AA')).toEqual([])
    expect(errorsWith('not an id')).not.toEqual([])
  })
})
