import { checkAppIdentity } from '../../compiler/check-app-identity'
import type { ShopSource } from '../../compiler/shop-source'
import { escapeJson } from '../../server/first-paint/escape'

const ID = '01ARZ3NDEKTSV4RRFFQ69G5FAV'

const site = (name: string, more = '') => {
  const shop = { id: ID, slug: 'shopshop', name }
  const source = { storefront: { shop }, api: 'https://a.example' } as unknown as ShopSource
  const page = `<p>${more}</p><script>${escapeJson(JSON.stringify({ storefront: { shop } }))}</script>`
  const files = new Map([['index.html', Buffer.from(page)]])
  return () => checkAppIdentity('h5', files, source, { appid: 'touristappid', base: '/wx00112233445566aa/' })
}

test('an app of a shop with HTML characters in its name passes the check for foreign shops', () => {
  for (const name of ['小<3果园', '</script>', 'a "b" \\ c', '核桃']) expect(site(name)).not.toThrow()
})

test('an appid in the shop name or the base path passes the check for foreign shops; a foreign id fails it', () => {
  expect(site('找我 wxfedcba9876543210', 'wxfedcba9876543210 wx00112233445566aa')).not.toThrow()
  expect(site('核桃', 'wxfedcba9876543210')).toThrow('holds wxfedcba9876543210')
  expect(site('核桃', '01BX5ZZKBKACTAV9WEVGEMMVRZ')).toThrow('holds 01BX5ZZKBKACTAV9WEVGEMMVRZ')
})
