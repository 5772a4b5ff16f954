import { styleRules } from '../../../server/first-paint/style-rules'
import { usedStyles } from '../../../server/first-paint/used-styles'

const used = (css: string, html = '<div class="shop goods goods--out">') => usedStyles(styleRules(css), html)

test('a rule stays when one of its selectors finds all its classes, and keeps its place', () => {
  expect(used('.goods{a:1}.cart{a:2}.shop .goods{a:3}.shop .cart{a:4}.cart,.goods--out{a:5}')).toBe(
    '.goods{a:1}.shop .goods{a:3}.cart,.goods--out{a:5}',
  )
})

test('a class is taken by its whole name, wherever it stands in the attribute', () => {
  expect(used('.good{a:1}.goods-{a:2}.out{a:3}.goods--out:active{a:4}')).toBe('.goods--out:active{a:4}')
})

test('rules without classes stay', () => {
  const css = ':root,page{--fs:1}[tabindex]:focus-visible{a:1}*{margin:0}@keyframes breathe{50%{opacity:.5}}'
  expect(used(css)).toBe(css)
})

test('what narrows a selector, or is text, asks for nothing', () => {
  const css = '.goods:not(.cart):is(.a:not(.b),.c){a:1}.goods[href$=".cart"]{a:2}'
  expect(used(css)).toBe(css)
})

test('of rules under a condition those that are used stay, under it', () => {
  expect(
    used(
      '@media (min-width:600px){.goods{a:1}.cart{a:2}}@media print{.cart{a:3}}@supports (a:b){@media x{.shop{a:4}.bar{}}}',
    ),
  ).toBe('@media (min-width:600px){.goods{a:1}}@supports (a:b){@media x{.shop{a:4}}}')
})

test('quoted text and comments may hold any sign', () => {
  expect(
    used(
      `@import "a;b";.goods{--i:url("data:image/svg+xml,{}\\"}'")}/* .shop{ } */.cart{a:';}'}.shop{a:'"'}`,
    ),
  ).toBe(`@import "a;b";.goods{--i:url("data:image/svg+xml,{}\\"}'")}.shop{a:'"'}`)
})

test('a sheet that breaks off loses nothing before its end', () => {
  expect(used('.goods{a:1}.shop{a:2')).toBe('.goods{a:1}.shop{a:2')
})
