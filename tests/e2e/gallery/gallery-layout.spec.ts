import { allTemplates } from '@/templates/all-templates'
import { shelfWords } from '@/templates/sections/shelf/words'
import { longRunUnless } from '../long-run'
import { expect, test } from '../test'
import type { GalleryPage } from './gallery-page'

/** Position of the first products, and hints about products outside of the screen. */

const SMALL = { width: 320, height: 568 }
/** The templates of the short run: large, small and listed goods. */
const SHORT = ['orchard', 'village-store', 'plain']
const selling = allTemplates.map(({ name }) => name).filter((name) => name !== 'inn')

const boxOf = async (gallery: GalleryPage, selector: string) => {
  const box = await gallery.page.locator(selector).first().boundingBox()
  return box ?? { width: 0, height: 0, x: 0, y: 0 }
}

for (const name of selling)
  test(
    `template ${name} shows the first buy button on the first screen or right below it`,
    longRunUnless(SHORT.includes(name)),
    async ({ gallery }) => {
      for (const state of ['usual', 'one'] as const) {
        await gallery.show(name, state)
        await gallery.look(SMALL.width, 1)
        const { y, height } = await boxOf(gallery, '.goods-large__buy, .goods__add')
        expect(y).toBeGreaterThan(0)
        expect(y + height).toBeLessThan(SMALL.height * 1.2)
      }
    },
  )

test('shelf shows an arrow only when products lie beyond its right edge', async ({ gallery }) => {
  await gallery.show('amber', 'three')
  await gallery.look(768, 1)
  const { all, right } = shelfWords
  await expect(gallery.page.locator('.shelf')).toContainText(all(3), { useInnerText: true })
  await expect(gallery.page.locator('.shelf')).not.toContainText(right, { useInnerText: true })
  // only the gap before the arrow
  expect((await boxOf(gallery, '.shelf__arrow')).width).toBeLessThan(5)
  await gallery.look(768, 2)
  expect((await boxOf(gallery, '.shelf__arrow')).width).toBeGreaterThan(40)
  await gallery.look(390, 1)
  await expect(gallery.page.locator('.shelf')).toContainText(right, { useInnerText: true })
})

test('amber template shows the photo of a single product large only once', async ({ gallery }) => {
  await gallery.show('amber', 'one')
  await gallery.look(390, 1)
  expect((await boxOf(gallery, '.shop-head__picture')).width).toBe(390)
  expect((await boxOf(gallery, '.shelf .goods-large__picture')).width).toBeLessThan(120)
})

test('shelf starts at the left edge of its first card', async ({ gallery }) => {
  await gallery.show('amber', 'three')
  await gallery.look(390, 1)
  const left = await gallery.page
    .locator('.shelf__row')
    .first()
    .evaluate((row) => row.scrollLeft)
  expect(left).toBe(0)
})
