import { parseStyleRules } from '../../../server/first-paint/style-rules'
import { selectUsedStyles } from '../../../server/first-paint/used-styles'

const used = (css: string, html = '<div class="shop goods goods--out">') =>
  selectUsedStyles(parseStyleRules(css), html)

test('selectUsedStyles keeps a rule when all classes of one of its selectors occur, in its original order', () => {
  expect(used('.goods{a:1}.cart{a:2}.shop .goods{a:3}.shop .cart{a:4}.cart,.goods--out{a:5}')).toBe(
    '.goods{a:1}.shop .goods{a:3}.cart,.goods--out{a:5}',
  )
})

test('selectUsedStyles matches whole class names anywhere in the attribute', () => {
  expect(used('.good{a:1}.goods-{a:2}.out{a:3}.goods--out:active{a:4}')).toBe('.goods--out:active{a:4}')
})

test('selectUsedStyles keeps rules without classes', () => {
  const css = ':root,page{--fs:1}[tabindex]:focus-visible{a:1}*{margin:0}@keyframes breathe{50%{opacity:.5}}'
  expect(used(css)).toBe(css)
})

test('selectUsedStyles ignores classes in :not(), :is() and attribute values', () => {
  const css = '.goods:not(.cart):is(.a:not(.b),.c){a:1}.goods[href$=".cart"]{a:2}'
  expect(used(css)).toBe(css)
})

test('selectUsedStyles filters the rules inside conditional groups', () => {
  expect(
    used(
      '@media (min-width:600px){.goods{a:1}.cart{a:2}}@media print{.cart{a:3}}@supports (a:b){@media x{.shop{a:4}.bar{}}}',
    ),
  ).toBe('@media (min-width:600px){.goods{a:1}}@supports (a:b){@media x{.shop{a:4}}}')
})

test('selectUsedStyles handles special characters in strings and comments', () => {
  expect(
    used(
      `@import "a;b";.goods{--i:url("data:image/svg+xml,{}\\"}'")}/* .shop{ } */.cart{a:';}'}.shop{a:'"'}`,
    ),
  ).toBe(`@import "a;b";.goods{--i:url("data:image/svg+xml,{}\\"}'")}.shop{a:'"'}`)
})

test('selectUsedStyles keeps the rules of a truncated style sheet', () => {
  expect(used('.goods{a:1}.shop{a:2')).toBe('.goods{a:1}.shop{a:2')
})
