import { groupBuyFiles, removeGroupBuyPage, showsGroupBuys } from '../../compiler/group-buy-page'
import { storefront } from '../features/storefront/sample-shop'

const { look } = storefront()

test('only a look with the section of group buys shows them', () => {
  const [section] = look.sections
  expect(
    showsGroupBuys({ ...look, sections: look.sections.filter(({ kind }) => kind !== 'group-order') }),
  ).toBe(false)
  expect(showsGroupBuys({ ...look, sections: [{ ...section, kind: 'group-order' } as never] })).toBe(true)
})

test('removeGroupBuyPage removes the package from the files and the settings of a mini-program', () => {
  const subPackages = [
    { root: 'pages/orders', pages: ['order'] },
    { root: 'pages/group-buy', pages: ['index'] },
  ]
  const files = new Map([
    ['app.json', Buffer.from(JSON.stringify({ pages: ['pages/storefront/shop'], subPackages }))],
    ['pages/group-buy/index.js', Buffer.from('page()')],
    ['pages/group-buys/list.js', Buffer.from('another package')],
    ['pages/orders/order.js', Buffer.from('order()')],
  ])
  removeGroupBuyPage(files)
  expect([...files.keys()]).toEqual(['app.json', 'pages/group-buys/list.js', 'pages/orders/order.js'])
  expect(JSON.parse(String(files.get('app.json'))).subPackages).toEqual([subPackages[0]])
})

test('groupBuyFiles are those that no other page of a site loads', () => {
  const group = ['js/shared.js', 'js/group.js', 'css/group.css']
  const pages = { '/s/:slug': ['js/shared.js', 'js/shop.js'], '/group-buy': group, '/s/:slug/g/:id': group }
  const files = groupBuyFiles({ start: ['js/app.js'], pages, lazySections: [] })
  expect([...files]).toEqual(['js/group.js', 'css/group.css'])
  expect([...groupBuyFiles({ start: [], pages: {}, lazySections: [] })]).toEqual([])
})
