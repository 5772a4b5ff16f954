import { readdirSync } from 'node:fs'
import { allTemplates } from '@/templates/all-templates'
import { sectionSamples } from '@/templates/generated/section-samples'
import { sectionKinds, sectionSchemas } from '@/templates/generated/section-schemas'
import { sectionSettingWords } from '@/templates/generated/section-setting-words'
import { defaultsProblems, sampleProblems, settingWordsProblems, templateProblems } from './guards'
import { sampleProducts, sampleShop } from './sample-shop'
import { sectionPage, wordsOf } from './sections/section-page'

jest.mock('@tarojs/components', () => jest.requireActual('./taro-components'))

const shop = { ...sampleShop, notice: '样品通知' }
const products = sampleProducts(4).map((product, at) => ({ ...product, category: at % 2 ? '山货' : '干果' }))
const TITLE = '样品标题'

describe.each(sectionKinds)('section %s', (kind) => {
  const section = sectionSchemas[kind]
  const sample = sectionSamples[kind]

  it('has defaults that its schema accepts', () => {
    expect(defaultsProblems(kind, section)).toEqual([])
  })

  it('has words for its title, each setting and each choice', () => {
    expect(settingWordsProblems(kind, sectionSettingWords[kind], section)).toEqual([])
  })

  it('has a sample that is visible to buyers', async () => {
    const title = 'title' in section.defaults ? { title: TITLE } : {}
    const settings = { ...title, ...sample.settings }
    const page = wordsOf(await sectionPage(kind, { settings, shop, products }))
    const shown = sample.shows?.(shop, products) ?? TITLE
    expect(sampleProblems(kind, sample, { section, page, shown })).toEqual([])
  })
})

describe('section title in the editor', () => {
  it('differs between sections', () => {
    expect(new Set(sectionKinds.map((kind) => sectionSettingWords[kind].title)).size).toBe(
      sectionKinds.length,
    )
  })
})

describe('template preset', () => {
  it.each(allTemplates)('uses existing sections and settings: $name', (template) => {
    expect(templateProblems(template)).toEqual([])
  })

  it('is listed among all templates', () => {
    const files = readdirSync('src/templates/presets').map((name) => name.replace(/\.ts$/, ''))
    const offered = allTemplates.map(({ name }) => name)
    expect(
      files
        .filter((name) => !offered.includes(name))
        .map(
          (name) => `src/templates/presets/${name}.ts: add the template to src/templates/all-templates.ts`,
        ),
    ).toEqual([])
  })
})

describe('section guard', () => {
  const { story } = sectionSchemas
  const words = sectionSettingWords.story

  it('reports an unknown section and an unknown setting of a template', () => {
    const sections = [
      { kind: 'carousel', settings: {} },
      { kind: 'contact', settings: { title: '', wechat: '', map: '' } },
      { kind: 'shelf', settings: { title: '', category: '', most: 99 } },
    ]
    expect(templateProblems({ name: 'new', sections })).toEqual([
      expect.stringContaining('presets/new.ts: section 1 is of the unknown kind "carousel"'),
      expect.stringContaining('the contact section sets "map", which it does not have; it has title, wechat'),
      expect.stringContaining('the setting most of the shelf section'),
    ])
  })

  it('reports a setting and a choice without words', () => {
    const { text: _, ...fields } = words.fields
    const form = { label: '样式', choices: { letter: '一封信' } }
    expect(settingWordsProblems('story', { ...words, fields: { ...fields, form } }, story)).toEqual([
      expect.stringContaining('the setting "text" has no label; add fields.text.label'),
      expect.stringContaining('fields.form.choices must have the choices of schema.ts in their order'),
    ])
  })

  it('reports words without a setting and a section without a title', () => {
    const fields = { ...words.fields, color: { label: '颜色' } }
    expect(settingWordsProblems('story', { ...words, title: '', fields }, story)).toEqual([
      expect.stringContaining('the section needs a title and a hint'),
      expect.stringContaining('"color" is no setting of schema.ts; remove fields.color'),
    ])
  })

  it('reports a sample that shows nothing or does not match its schema', async () => {
    const page = wordsOf(await sectionPage('story', { settings: { title: TITLE }, shop, products }))
    const shown = TITLE
    expect(sampleProblems('story', { settings: {} }, { section: story, page, shown })).toEqual([
      expect.stringContaining('sections/story/sample.ts: buyers do not see'),
    ])
    const unfit = { settings: { text: 5 } }
    expect(sampleProblems('story', unfit, { section: story, page, shown })).toEqual([
      expect.stringContaining('the setting text'),
    ])
    expect(sampleProblems('story', { settings: {} }, { section: story, page, shown: '' })).toHaveLength(1)
  })

  it('reports a default that its schema does not accept', () => {
    const wrong = { ...story, defaults: { ...story.defaults, form: 'scroll' } }
    expect(defaultsProblems('story', wrong)).toEqual([
      expect.stringContaining('sections/story/settings.ts: the default of form does not match schema.ts'),
    ])
  })
})
