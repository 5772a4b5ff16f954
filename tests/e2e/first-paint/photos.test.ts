import type { Browser, Page } from 'playwright-core'
import { photoWidths } from '@/domain/photo'
import { launchBrowser } from '../../support/chromium'
import { type ServerProcess, startServer } from '../../support/server-process'
import { openStockedShop } from '../../support/stocked-shop'

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

/** Returns the smallest stored width that is enough; 5 % below the rendered width is not visible. */
const smallestFitting = (dots: number) =>
  photoWidths.find((width) => width >= dots * 0.95) ?? photoWidths.at(-1)

describe.each(SCREENS)('photos on a screen of %j', ({ density, ...viewport }) => {
  it.each(TEMPLATES)('of template %s are loaded once at the rendered size', async (template) => {
    const context = await browser.newContext({ viewport, deviceScaleFactor: density, locale: 'zh-CN' })
    try {
      const page = await context.newPage()
      const requests: string[] = []
      page.on('request', (request) => {
        if (request.url().includes('/photos/')) requests.push(request.url())
      })
      await page.goto(`${server.origin}/s/${slugs[template]}`)
      await page.locator('#first-paint').waitFor({ state: 'detached' })
      await page.waitForLoadState('networkidle')
      const shown = await photosOf(page, density)
      expect(shown.length).toBeGreaterThan(0)
      expect(shown.map(({ sent, dots }) => [Math.round(dots), sent])).toEqual(
        shown.map(({ dots }) => [Math.round(dots), smallestFitting(dots)]),
      )
      // the first screen and Taro's page request the same files
      expect(new Set(requests).size).toBe(requests.length)
      expect(requests).toEqual(expect.arrayContaining(shown.map(({ url }) => url)))
    } finally {
      await context.close()
    }
  })
})
