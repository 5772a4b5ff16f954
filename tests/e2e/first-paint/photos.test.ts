import type { Browser, Page } from 'playwright-core'
import { photoWidths } from '@/domain/photo'
import { launchBrowser } from '../../support/chromium'
import { type ServerProcess, startServer } from '../../support/server-process'
import { openStockedShop } from '../../support/stocked-shop'

/** Dots to a px: finer screens than a phone's two show no more of a photo of goods. */
const SCREENS = [
  { width: 320, height: 568, density: 2 },
  { width: 390, height: 844, density: 2 },
  { width: 768, height: 1024, density: 2 },
  { width: 1280, height: 800, density: 1 },
]
const TEMPLATES = ['woodgrain', 'orchard', 'plain']

interface Shown {
  url: string
  /** How wide the photo stands there, in dots: of a picture that is cut to its box, its whole width. */
  dots: number
  /** The width of the file that was sent. */
  sent: number
}

let server: ServerProcess
let browser: Browser
const slugs: Record<string, string> = {}

beforeAll(async () => {
  server = await startServer({ RATE_LIMIT: 'off' })
  browser = await launchBrowser()
  for (const template of TEMPLATES)
    slugs[template] = (await openStockedShop(server.origin, { template, photos: 3 })).slug
})
afterAll(async () => {
  await browser?.close()
  await server?.dispose()
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

/** The smallest kept width that is enough: a twentieth less than the screen has dots is not seen. */
const fitting = (dots: number) => photoWidths.find((width) => width >= dots * 0.95) ?? photoWidths.at(-1)

describe.each(SCREENS)('on a screen of %j', ({ density, ...viewport }) => {
  test.each(TEMPLATES)('photos of the look %s come once, at the size they are shown', async (template) => {
    const context = await browser.newContext({ viewport, deviceScaleFactor: density, locale: 'zh-CN' })
    try {
      const page = await context.newPage()
      const asked: string[] = []
      page.on('request', (request) => {
        if (request.url().includes('/photos/')) asked.push(request.url())
      })
      await page.goto(`${server.origin}/s/${slugs[template]}`)
      await page.locator('#first-paint').waitFor({ state: 'detached' })
      await page.waitForLoadState('networkidle')
      const shown = await photosOf(page, density)
      expect(shown.length).toBeGreaterThan(0)
      expect(shown.map(({ sent, dots }) => [Math.round(dots), sent])).toEqual(
        shown.map(({ dots }) => [Math.round(dots), fitting(dots)]),
      )
      // the server's first screen and Taro's page ask for the same files
      expect(new Set(asked).size).toBe(asked.length)
      expect(asked).toEqual(expect.arrayContaining(shown.map(({ url }) => url)))
    } finally {
      await context.close()
    }
  })
})
