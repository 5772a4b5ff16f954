import { type Look, OUTLINE_SECTIONS, outlineOf } from '@/domain/look/look'
import { allTemplates } from '@/templates/all-templates'
import { createLook } from '@/templates/bundled-templates'

const looks = allTemplates.map(createLook)

describe('outlineOf', () => {
  it.each(looks)('contains the theme of $template and the kinds of its first sections in order', (look) => {
    const { theme, sections } = outlineOf(look)
    expect(theme).toEqual(look.theme)
    expect(sections.map(({ kind }) => kind)).toEqual(
      look.sections.slice(0, OUTLINE_SECTIONS).map(({ kind }) => kind),
    )
  })

  it('contains the layout of a section without its content', () => {
    const [first] = looks as [Look]
    const settings = { form: 'mosaic', picture: 'large', title: '我们村', photos: ['one'], voice: null }
    const sections = [{ id: 'a', kind: 'photo-wall', settings: settings }]
    expect(outlineOf({ ...first, sections }).sections).toEqual([
      { kind: 'photo-wall', settings: { form: 'mosaic', picture: 'large' } },
    ])
  })
})
