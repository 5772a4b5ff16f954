import type { Browser } from 'playwright-core'
import { ApiPerson } from '../../support/api-person'
import { launchBrowser } from '../../support/chromium'
import { type ServerProcess, startServer } from '../../support/server-process'
import { tellAloud } from '../../support/tell-aloud'
import { recording } from '../../support/voice'
import { looksOf, visit } from './visitor'

let server: ServerProcess
let browser: Browser
let url: string

beforeAll(async () => {
  server = await startServer({ RATE_LIMIT: 'off' })
  browser = await launchBrowser()
  const owner = await ApiPerson.arrive(server.origin)
  const { shopId, slug } = await owner.openShop([{ name: '核桃', price: 2500, stock: 9 }])
  // so long that it is not over before it is looked at
  await tellAloud(owner, shopId, recording(20_000))
  url = `${server.origin}/s/${slug}`
})
afterAll(async () => {
  await browser?.close()
  await server?.dispose()
})

test('a voice that is tapped before Taro has come plays then; nothing is loaded before', async () => {
  const { page, boot, errors, context } = await visit(browser, url)
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  const before = await looksOf(page, '#first-paint')
  const row = page.locator('#first-paint .voice-player__row')
  const box = await row.boundingBox()
  expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44)
  expect(asked.filter((path) => path.startsWith('/voices/'))).toEqual([])
  await row.tap()
  await boot()
  await page.waitForFunction(
    () => (document.querySelector('.taro_page .voice-player__gone')?.clientWidth ?? 0) > 0,
  )
  expect(asked.some((path) => path.startsWith('/voices/'))).toBe(true)
  // going to another page makes it silent
  await page.evaluate(() => {
    Object.defineProperty(document, 'hidden', { value: true, configurable: true })
    document.dispatchEvent(new Event('visibilitychange'))
  })
  await page.locator('.taro_page .voice-player__sign--play').waitFor()
  expect((await looksOf(page, '.taro_page')).length).toBe(before.length)
  expect(errors).toEqual([])
  await context.close()
})

test('a voice that does not come says so, and plays at the next tap', async () => {
  const { page, boot, context } = await visit(browser, url)
  await boot()
  await page.route('**/voices/*', (route) => route.abort())
  const row = page.locator('.taro_page .voice-player__row')
  await row.tap()
  await page.locator('.taro_page .voice-player__fault').waitFor()
  await page.unroute('**/voices/*')
  await row.tap()
  await page.waitForFunction(
    () => (document.querySelector('.taro_page .voice-player__gone')?.clientWidth ?? 0) > 0,
  )
  expect(await page.locator('.taro_page .voice-player__fault').count()).toBe(0)
  await context.close()
})
