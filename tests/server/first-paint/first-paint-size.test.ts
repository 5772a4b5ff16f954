import { brotliDecompressSync } from 'node:zlib'
import { JSDOM } from 'jsdom'
import { picture } from '../support/pictures'
import { sendPhoto } from '../support/stories/send-media'
import { environmentPerFile, newId } from '../support/test-environment'
import { openShop } from '../support/test-shop'
import { createFakeH5Build } from './fake-h5-build'

// A page on a weak network takes a second for each 50 KB, so it contains only what the first screen shows.

const site = createFakeH5Build()
const env = environmentPerFile({ settings: { h5Folder: site.folder } })

afterAll(() => site.remove())

const product = (name: string) => ({
  id: newId(),
  name,
  unit: '斤',
  photos: [],
  skus: [{ id: newId(), price: 1280, stock: 5 }],
  onSale: true,
})

const open = (names: readonly string[]) => openShop(env, { request: { products: names.map(product) } })

const get = (slug: string, encoding: string) =>
  env.app.inject({ url: `/s/${slug}`, headers: { accept: 'text/html', 'accept-encoding': encoding } })

async function documentOf(slug: string) {
  return new JSDOM((await get(slug, 'identity')).body).window.document
}

test('the page of a shop contains the drawing of its trade if a picture shows it', async () => {
  const drawn = await documentOf((await open(['核桃'])).slug)
  expect(drawn.querySelectorAll('[style^="--art:"]')).toHaveLength(1)
  expect(drawn.querySelectorAll('.picture__art').length).toBeGreaterThan(0)

  // nobody has drawn it
  const shop = await open(['没见过的东西'])
  const photoId = newId()
  await sendPhoto(env.app, shop.owner, photoId, await picture(400, 300).jpeg().toBuffer())
  // a name that looks like the attribute stays
  const name = 'style="--art:url("核"'
  const { id, ...added } = { ...product(name), photos: [photoId], version: 0 }
  const answer = await shop.owner.call(`PUT /api/shops/${shop.shopId}/products/${id}`, added)
  expect(answer.statusCode).toBe(200)
  const photographed = await documentOf(shop.slug)
  expect(photographed.querySelectorAll('[style^="--art:"],.picture__art')).toHaveLength(0)
  expect(photographed.getElementById('first-paint')?.textContent).toContain(name)
})

test('the first frame of a long shop has four products, not yet the links below', async () => {
  const { slug } = await open(Array.from({ length: 15 }, () => '核桃'))
  const document = await documentOf(slug)
  document.documentElement.classList.add('first-paint--early')
  const isHidden = (part: Element) => document.defaultView?.getComputedStyle(part).display === 'none'
  const cards = [...document.querySelectorAll('#first-paint .goods-card')]
  const isOff = (card: Element) => isHidden(card) || isHidden(card.closest('.long-list__block') ?? card)
  expect(cards.map(isOff)).toEqual(cards.map((_, at) => at >= 4))
  expect(cards).toHaveLength(15)
  const links = [...document.querySelectorAll('#first-paint .storefront-end')]
  expect(links.map((part) => [part.textContent?.slice(0, 2), isHidden(part)])).toEqual([['我的', true]])
})

test('a page that is sent again is compressed better, with the same content', async () => {
  const { slug } = await open(Array.from({ length: 20 }, (_, i) => `货 ${i + 1}`))
  const first = await get(slug, 'br')
  let again = await get(slug, 'br')
  // the first answer to the second request is still the old one
  expect(again.rawPayload).toEqual(first.rawPayload)
  while (again.rawPayload.length === first.rawPayload.length) {
    await new Promise((resolve) => setTimeout(resolve, 10))
    again = await get(slug, 'br')
  }
  expect(again.rawPayload.length).toBeLessThan(first.rawPayload.length)
  expect(again.headers).toMatchObject({
    etag: first.headers.etag,
    'content-encoding': 'br',
    'content-length': String(again.rawPayload.length),
  })
  const { body } = await get(slug, 'identity')
  for (const { rawPayload } of [first, again]) expect(String(brotliDecompressSync(rawPayload))).toBe(body)
})
