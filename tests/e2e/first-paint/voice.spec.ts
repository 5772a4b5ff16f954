import { ApiClient } from '../../support/api-client'
import { publishVoiceStory } from '../../support/publish-voice-story'
import { createRecording } from '../../support/voice-recording'
import { LONG_RUN } from '../long-run'
import { expect, test } from '../test'
import { looksOf, visit } from './visitor'

let url: string

test.beforeAll(async ({ sharedServer: { server } }) => {
  const owner = await ApiClient.signIn(server.origin)
  const { shopId, slug } = await owner.openShop([{ name: '核桃', price: 2500, stock: 9 }])
  // long enough not to end during the test
  await publishVoiceStory(owner, shopId, createRecording(20_000))
  url = `${server.origin}/s/${slug}`
})

test('voice tapped during first paint plays after its replacement and is not loaded before', async ({
  browser,
}) => {
  const { page, boot, errors, context } = await visit(browser, url)
  const requests: string[] = []
  page.on('request', (request) => requests.push(new URL(request.url()).pathname))
  const before = await looksOf(page, '#first-paint')
  const row = page.locator('#first-paint .voice-player__row')
  const box = await row.boundingBox()
  expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44)
  expect(requests.filter((path) => path.startsWith('/voices/'))).toEqual([])
  await row.tap()
  await boot()
  await page.waitForFunction(
    () => (document.querySelector('.taro_page .voice-player__gone')?.clientWidth ?? 0) > 0,
  )
  expect(requests.some((path) => path.startsWith('/voices/'))).toBe(true)
  // a hidden page stops playing
  await page.evaluate(() => {
    Object.defineProperty(document, 'hidden', { value: true, configurable: true })
    document.dispatchEvent(new Event('visibilitychange'))
  })
  await expect(page.locator('.taro_page .voice-player__sign--play')).toBeVisible()
  expect((await looksOf(page, '.taro_page')).length).toBe(before.length)
  expect(errors).toEqual([])
  await context.close()
})

test('voice that fails to load shows an error and plays on the next tap', LONG_RUN, async ({ browser }) => {
  const { page, boot, context } = await visit(browser, url)
  await boot()
  await page.route('**/voices/*', (route) => route.abort())
  const row = page.locator('.taro_page .voice-player__row')
  await row.tap()
  await expect(page.locator('.taro_page .voice-player__error')).toBeVisible()
  await page.unroute('**/voices/*')
  await row.tap()
  await page.waitForFunction(
    () => (document.querySelector('.taro_page .voice-player__gone')?.clientWidth ?? 0) > 0,
  )
  await expect(page.locator('.taro_page .voice-player__error')).toHaveCount(0)
  await context.close()
})
