import type { Page } from '@playwright/test'
import { photoWidths } from '@/domain/photo'
import { openStockedShop } from '../../support/stocked-shop'
import { longRunUnless } from '../long-run'
import { expect, test } from '../test'

/** `density` is device pixels per CSS px; product photos are not larger above two. */
const SCREENS = [
  { width: 320, height: 568, density: 2 },
  { width: 390, height: 844, density: 2 },
  { width: 768, height: 1024, density: 2 },
  { width: 1280, height: 800, density: 1 },
]
const TEMPLATES = ['woodgrain', 'orchard', 'plain']

interface Shown {
  url: string
  /** Rendered width of the photo in device pixels, before cropping. */
  dots: number
  /** Width of the received file. */
  sent: number
}

const slugs: Record<string, string> = {}

// the shops are opened once
test.describe.configure({ mode: 'default' })

test.beforeAll(async ({ sharedServer: { server } }) => {
  for (const template of TEMPLATES)
    slugs[template] = (await openStockedShop(server.origin, { template, photos: 3 })).slug
})

const photosOf = (page: Page, dotsToPx: number): Promise<Shown[]> =>
  page.evaluate((density) => {
    const photos = [...document.images].filter(
      ({ currentSrc, offsetParent, naturalWidth }) =>
        currentSrc.includes('/photos/') && offsetParent !== null && naturalWidth > 0,
    )
    return photos.map((photo) => {
      const { width, height } = photo.getBoundingClientRect()
      const covering = Math.max(width, (height * photo.naturalWidth) / photo.naturalHeight)
      return { url: photo.currentSrc, dots: covering * density, sent: photo.naturalWidth }
    })
  }, dotsToPx)

/** Returns the smallest stored width that is enough; 5 % below the rendered width is not visible. */
const smallestFitting = (dots: number) =>
  photoWidths.find((width) => width >= dots * 0.95) ?? photoWidths.at(-1)

for (const { density, ...viewport } of SCREENS)
  test.describe(`photo on a screen of ${viewport.width} × ${viewport.height}`, () => {
    test.use({ viewport, deviceScaleFactor: density, locale: 'zh-CN' })

    for (const template of TEMPLATES)
      test(
        `is loaded once at the rendered size (template ${template})`,
        longRunUnless(template === 'woodgrain' && viewport.width === 390),
        async ({ page, sharedServer: { server } }) => {
          const requests: string[] = []
          page.on('request', (request) => {
            if (request.url().includes('/photos/')) requests.push(request.url())
          })
          await page.goto(`${server.origin}/s/${slugs[template]}`)
          await expect(page.locator('#first-paint')).toHaveCount(0)
          await page.waitForLoadState('networkidle')
          const shown = await photosOf(page, density)
          expect(shown.length).toBeGreaterThan(0)
          expect(shown.map(({ sent, dots }) => [Math.round(dots), sent])).toEqual(
            shown.map(({ dots }) => [Math.round(dots), smallestFitting(dots)]),
          )
          // the first screen and Taro's page request the same files
          expect(new Set(requests).size).toBe(requests.length)
          expect(requests).toEqual(expect.arrayContaining(shown.map(({ url }) => url)))
        },
      )
  })
