import { H5_CHILDREN, WEAPP_CHILDREN, WITHOUT_GAP, withGapMargins } from '../../config/gap-margins'
import { refusedParts } from '../../scripts/lib/wxss-selectors.mjs'

/** Returns the rules added to a style sheet, without the surrounding `@supports`. */
function addedRules(css: string, children = WEAPP_CHILDREN): string {
  const whole = withGapMargins(css, children)
  expect(whole.startsWith(css)).toBe(true)
  const [, rules = ''] = whole.slice(css.length).split(`@supports ${WITHOUT_GAP}`)
  return rules.slice(1, -1)
}

describe('withGapMargins', () => {
  it.each([
    ['a column', '.a{display:flex;flex-direction:column;gap:12px}', '.a>.el+.el{margin-top:12px}'],
    ['a row', '.a{display:flex;gap:4px}', '.a>.el+.el{margin-left:4px}'],
    ['two gaps', '.a{display:flex;flex-direction:column;gap:8px 4px}', '.a>.el+.el{margin-top:8px}'],
    [
      'a variable',
      '.a{display:inline-flex;gap:calc(var(--gap)*1.5)}',
      '.a>.el+.el{margin-left:calc(var(--gap)*1.5)}',
    ],
    [
      'a row that wraps',
      '.a{display:flex;flex-wrap:wrap;gap:8px 12px}',
      '.a{margin-right:-12px;margin-bottom:-8px}.a>.el{margin-right:12px;margin-bottom:8px}',
    ],
    [
      'a row that wraps and has margins',
      '.a{display:flex;flex-flow:row wrap;gap:8px;margin:1px 2px 20px}',
      '.a{margin-right:-6px;margin-bottom:12px}.a>.el{margin-right:8px;margin-bottom:8px}',
    ],
    [
      'a row that wraps in a padding, which is reduced first',
      '.a{display:flex;flex-wrap:wrap;gap:8px 12px;padding:4px 16px}',
      '.a{padding-right:4px;padding-bottom:0;margin-bottom:-4px}.a>.el{margin-right:12px;margin-bottom:8px}',
    ],
    [
      'a row that wraps with a minimum height',
      '.a{display:flex;flex-wrap:wrap;gap:8px 0;min-height:44px}',
      '.a{margin-bottom:-8px;min-height:52px}.a>.el{margin-bottom:8px}',
    ],
    [
      'a variant with another gap, after the usual one',
      '.a{display:flex;gap:4px}.a--wide{gap:9px}',
      '.a>.el+.el{margin-left:4px}.a--wide>.el+.el{margin-left:9px}',
    ],
    [
      'a variant in another direction',
      '.a{display:flex;gap:4px}.b .a--high{flex-direction:column}',
      '.a>.el+.el{margin-left:4px}.b .a--high>.el+.el{margin-top:4px;margin-left:0}',
    ],
    [
      'a variant for large windows',
      '.a{display:flex;gap:4px}@media (min-width:600px){.a{gap:9px}}',
      '.a>.el+.el{margin-left:4px}@media (min-width:600px){.a>.el+.el{margin-left:9px}}',
    ],
    [
      'a grid in large windows',
      '.a{display:flex;gap:4px}@media (min-width:600px){.a{display:grid;grid-gap:9px}}',
      '.a>.el+.el{margin-left:4px}@media (min-width:600px){.a>.el+.el{margin-top:0;margin-left:0}}',
    ],
    [
      'two selectors with one gap, as one rule',
      '.a{display:flex;gap:4px}.b{display:flex;gap:4px}',
      '.a>.el+.el,.b>.el+.el{margin-left:4px}',
    ],
    ['a grid, which old phones support', '.a{display:grid;grid-gap:4px}', ''],
    ['nothing', '.a{display:flex;color:red}', ''],
  ])('adds margins for %s', (_, css, rules) => {
    expect(addedRules(css)).toBe(rules)
  })

  it('selects children with the selectors of each build', () => {
    const css = '.a{display:flex;flex-wrap:wrap;gap:8px}.b{display:flex;gap:8px}'
    expect(addedRules(css, H5_CHILDREN)).toContain('.a>:nth-child(n){')
    expect(addedRules(css, H5_CHILDREN)).toContain('.b>:nth-child(n+2){')
    for (const selector of [`.a>${WEAPP_CHILDREN.each}`, `.b>${WEAPP_CHILDREN.next}`])
      expect(refusedParts(selector)).toEqual([])
  })

  it.each([
    ['a grid with `gap`', '.a{display:grid;gap:4px}', 'grid-gap'],
    ['a gap without its display', '.a{gap:4px}', 'display: flex'],
    ['a reversed direction', '.a{display:flex;flex-direction:row-reverse;gap:4px}', 'reversed'],
    ['columns that wrap', '.a{display:flex;flex-flow:column wrap;gap:4px}', 'columns that wrap'],
    ['a gap taken from the parent', '.a{display:flex;gap:inherit}', 'how much'],
    ['wrapping in one variant only', '.a{display:flex;gap:4px}.a--b{flex-wrap:wrap}', 'always or never'],
  ])('refuses %s', (_, css, words) => {
    expect(() => withGapMargins(css, WEAPP_CHILDREN)).toThrow(words)
  })
})
