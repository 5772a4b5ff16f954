import { type Look, OUTLINE_SECTIONS, outlineOf } from '@/domain/look'
import { allTemplates } from '@/templates/all-templates'
import { lookFrom } from '@/templates/registry'

const looks = allTemplates.map(lookFrom)

test.each(looks)('the outline of $template has its colours and the order of its first sections', (look) => {
  const { theme, sections } = outlineOf(look)
  expect(theme).toEqual(look.theme)
  expect(sections.map(({ kind }) => kind)).toEqual(
    look.sections.slice(0, OUTLINE_SECTIONS).map(({ kind }) => kind),
  )
})

test('it says how a section is arranged, and nothing that stands in it', () => {
  const [first] = looks as [Look]
  const told = { form: 'mosaic', picture: 'large', title: '我们村', photos: ['one'], voice: null }
  const sections = [{ id: 'a', kind: 'photo-wall', settings: told }]
  expect(outlineOf({ ...first, sections }).sections).toEqual([
    { kind: 'photo-wall', settings: { form: 'mosaic', picture: 'large' } },
  ])
})
