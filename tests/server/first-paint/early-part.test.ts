import { earlyPart } from '../../../server/first-paint/early-part'

const page = (sections: string) =>
  `<div class="page"><div class="look look--plain-titles"><div class="look__head">${head}</div><div class="look__body"><!-- -->${sections}</div><div class="look__side"></div></div><div class="end"></div></div>`

const head = '<div class="look__section"><img src="/a.webp"/><div><span>核桃铺 &gt;</span></div></div>'
const goods = '<div class="look__section"><div class="price"><span>¥</span></div><br><p>花椒</p></div>'

test('the early part of a screen has no section after the one with the first price', () => {
  expect(earlyPart(page(`${head}${goods}${goods}${head}`))).toEqual({
    html: page(`${head}${goods}`),
    lastSection: 2,
  })
})

test.each([
  ['without a look', '<div class="page"><div class="price"></div></div>'],
  ['without a price', page(head)],
  ['whose price is below the look', `${page(head)}<div class="price"></div>`],
])('the early part of a screen %s is the whole screen', (_, html) => {
  expect(earlyPart(html)).toEqual({ html, lastSection: undefined })
})
