import type { Look } from '@/domain/look/look'
import { createLookByName } from '@/templates/all-templates'
import { removeUnusedRules, unusedFormClasses } from '../../compiler/unused-styles'

const unusedIn = (template: string) => unusedFormClasses(createLookByName(template) as Look)

test('keeps the forms of a look and names all others', () => {
  const unused = unusedIn('herbal')
  for (const name of ['shop-head--almanac', 'shop-head--bare-almanac', 'shop-head--long-name'])
    expect(unused).not.toContain(name)
  for (const name of ['shop-head--menu', 'shop-head--bare-menu', 'look--plank-cards'])
    expect(unused).toContain(name)
  expect(unusedIn('orchard')).toContain('shop-head--long-name')
})

test('keeps the newer cards of a theme in place of its older ones', () => {
  const unused = unusedIn('plain')
  expect(unused).not.toContain('look--mat-cards')
  expect(unused).toContain('look--paper-cards')
})

test('removes the selectors that require an unused class, and blocks that are empty afterwards', () => {
  const css =
    '@import "./a.wxss";.head--menu .name,.head--sign .name{color:red}.head--menu-wide{top:0}' +
    '@media (min-width:700px){.head--menu{left:0}}.head--sign .head--menu.look{margin:0}.name{}'
  expect(removeUnusedRules(css, new Set(['head--menu']))).toBe(
    '@import "./a.wxss";.head--sign .name{color:red}.head--menu-wide{top:0}.name{}',
  )
})
