import type { Browser } from 'playwright-core'
import { lazySectionWords } from '@/locales/zh-CN/lazy-sections'
import { allTemplates } from '@/templates/all-templates'
import { launchBrowser } from '../support/chromium'
import { GalleryPage } from './gallery/gallery-page'

/** Where the first goods stand, and what is told of those that have no room. */

let browser: Browser
let gallery: GalleryPage

beforeAll(async () => {
  browser = await launchBrowser()
  gallery = await GalleryPage.open(browser)
})
afterAll(() => browser?.close())

const SMALL = { width: 320, height: 568 }
const selling = allTemplates.map(({ name }) => name).filter((name) => name !== 'inn')

const boxOf = async (selector: string) => {
  const box = await gallery.page.locator(selector).first().boundingBox()
  return box ?? { width: 0, height: 0, x: 0, y: 0 }
}

test.each(selling)('%s: what can be bought first is on the first screen or right below it', async (name) => {
  for (const state of ['usual', 'one'] as const) {
    await gallery.show(name, state)
    await gallery.look(SMALL.width, 1)
    const { y, height } = await boxOf('.goods-large__buy, .goods__add')
    expect(y).toBeGreaterThan(0)
    expect(y + height).toBeLessThan(SMALL.height * 1.2)
  }
})

test('a shelf points to the right where goods stand beyond its edge, and only there', async () => {
  await gallery.show('village-store', 'three')
  await gallery.look(768, 1)
  const { all, right } = lazySectionWords.shelf
  expect(await gallery.page.locator('.shelf').innerText()).toContain(all(3))
  expect(await gallery.page.locator('.shelf').innerText()).not.toContain(right)
  // nothing but the gap before it
  expect((await boxOf('.shelf__arrow')).width).toBeLessThan(5)
  await gallery.look(768, 2)
  expect((await boxOf('.shelf__arrow')).width).toBeGreaterThan(40)
  await gallery.look(390, 1)
  expect(await gallery.page.locator('.shelf').innerText()).toContain(right)
})

test('amber with one product shows its photo large once', async () => {
  await gallery.show('amber', 'one')
  await gallery.look(390, 1)
  expect((await boxOf('.shop-head__picture')).width).toBe(390)
  expect((await boxOf('.shelf .goods-large__picture')).width).toBeLessThan(120)
})

test("the frame of a shelf's first card is whole where the row begins", async () => {
  await gallery.show('village-store', 'three')
  await gallery.look(390, 1)
  const left = await gallery.page
    .locator('.shelf__row')
    .first()
    .evaluate((row) => row.scrollLeft)
  expect(left).toBe(0)
})
