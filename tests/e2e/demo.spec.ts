import type { Browser, BrowserContext, Locator, Page } from '@playwright/test'
import { demoPlayWords as play, demoWords as words } from '@/locales/lesson/demo'
import { demoSiteWords } from '@/locales/lesson/demo-site'
import { demoTourWords } from '@/locales/lesson/demo-story'
import { homeWords } from '@/locales/shop/home'
import { tradeWords } from '@/locales/shop/trade'
import {
  lookQuestionWords,
  openedWords,
  termsQuestionWords,
  tradeQuestionWords,
  wizardWords,
} from '@/locales/shop/wizard'
import { LONG_RUN } from './long-run'
import { type DemoServer, startDemoServer } from './screens/demo-server'
import { expect, test } from './test'

const CENTRE = '621221110'

/** Nothing outside of this machine answers. */
const refuseOutside = (context: BrowserContext) =>
  context.route(
    ({ hostname }) => hostname !== '127.0.0.1',
    (route) => route.abort('internetdisconnected'),
  )

type State = Awaited<ReturnType<BrowserContext['storageState']>>

let server: DemoServer
/** The cookies of an account that is a trainer. */
let trainer: State

test.describe.configure({ mode: 'default' })
test.beforeAll(async ({ playwright }) => {
  server = await startDemoServer()
  const api = await playwright.request.newContext({ baseURL: server.origin })
  await api.post('/api/sessions', { data: { provider: 'device' } })
  const reply = await api.post('/api/me/roles', { data: { code: server.trainerCode() } })
  expect(reply.status()).toBe(200)
  trainer = await api.storageState()
  await api.dispose()
})
test.afterAll(() => server.close())

/** Opens a page in the browser of a trainer, on a screen of a size. */
async function openAsTrainer(browser: Browser, path: string): Promise<Page> {
  const viewport = { width: 1280, height: 720 }
  const context = await browser.newContext({ viewport, locale: 'zh-CN', storageState: trainer })
  await refuseOutside(context)
  const page = await context.newPage()
  await page.goto(server.origin + path)
  return page
}

/** The page waits as long as the preparation or the story makes progress and says so when it ends without; a test waits with it. */
const BY_PROGRESS = { timeout: 0 }
test.beforeEach(() => test.setTimeout(900_000))

/** Waits until one of two texts ends what a page is doing, and expects the first. */
async function waitForEnd(page: Page, wanted: Locator, failed: string): Promise<void> {
  await expect(wanted.or(page.getByText(failed)).first()).toBeVisible(BY_PROGRESS)
  await expect(wanted).toBeVisible()
}

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

test.describe('the demo of a trainer', () => {
  test('starts, shows the phones of a seller and a buyer, and is reset', LONG_RUN, async ({ browser }) => {
    const page = await openAsTrainer(browser, `/demo?centre=${CENTRE}`)
    await button(page, words.start).click()
    const end = page.getByRole('img', { name: words.seller.qr }).or(page.getByRole('alert'))
    await expect(end.first()).toBeVisible(BY_PROGRESS)
    await expect(page.getByRole('img', { name: words.seller.qr })).toBeVisible()
    const [phone] = await Promise.all([
      page.context().waitForEvent('page'),
      button(page, `${words.open}，${words.buyer.title}`).click(),
    ])
    await expect(phone.locator('#demo-bar')).toHaveText(demoSiteWords.bar)
    await expect(phone.getByText('家乡山货铺').first()).toBeVisible()
    await phone.evaluate(() => localStorage.setItem('mine', '1'))
    await button(page, words.reset).click()
    await button(page, words.resetYes).click()
    await expect(page.getByText(words.resetDone)).toBeVisible()
    // an open phone starts over with nothing left
    await expect(phone).toHaveURL(/\/(home)?$/)
    expect(await phone.evaluate(() => localStorage.getItem('mine'))).toBeNull()
    await page.context().close()
  })

  test("guides a person through the wizard with the person's own taps", LONG_RUN, async ({ browser }) => {
    const page = await openAsTrainer(browser, `/demo-play?centre=${CENTRE}&tour=1`)
    await button(page, play.begin).click()
    const seller = page.frameLocator(`iframe[title="${play.sellerFrame}"]`)
    const tell = (text: string) => waitForEnd(page, page.getByText(text), play.failed)
    const tap = (name: string) => seller.getByRole('button', { name, exact: true }).click()
    await tell(demoTourWords.start)
    await expect(seller.locator('#demo-ring')).toBeVisible()
    await tap(homeWords.open.button)
    await tell(demoTourWords.trade)
    await expect(seller.getByText(tradeQuestionWords.title)).toBeVisible()
    await tap(tradeWords.nuts)
    await tell(demoTourWords.photo)
    for (const digit of ['2', '5']) await tap(digit)
    await tell(demoTourWords.next)
    await tap(wizardWords.next)
    await tell(demoTourWords.terms)
    await tap(termsQuestionWords.next)
    await tell(demoTourWords.look)
    await tap(lookQuestionWords.open)
    await tell(demoTourWords.open)
    await tap(lookQuestionWords.openYes)
    await tell(play.tourDone)
    await expect(seller.getByText(openedWords.doneShort)).toBeVisible()
    await page.context().close()
  })

  test('plays the whole sale by itself and continues after a pause', LONG_RUN, async ({ browser }) => {
    const page = await openAsTrainer(browser, `/demo-play?centre=${CENTRE}`)
    await page.getByRole('radio', { name: play.paces.fast }).click()
    await button(page, play.begin).click()
    await waitForEnd(page, page.getByText(/^第 3 步/), play.failed)
    await button(page, play.pause).click()
    await page.waitForTimeout(3000)
    const step = await page.getByText(/^第 \d+ 步/).innerText()
    await page.waitForTimeout(3000)
    expect(await page.getByText(/^第 \d+ 步/).innerText()).toBe(step)
    await button(page, play.resume).click()
    await waitForEnd(page, page.getByText(play.done), play.failed)
    await page.context().close()
  })

  test('plays three times in a row by itself without a wrong step', LONG_RUN, async ({ browser }) => {
    const page = await openAsTrainer(browser, `/demo-play?centre=${CENTRE}`)
    const errors: string[] = []
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
    page.on('pageerror', (error) => errors.push(String(error)))
    await button(page, play.repeat).click()
    await button(page, play.begin).click()
    for (const round of [1, 2, 3]) await waitForEnd(page, page.getByText(play.rounds(round)), play.failed)
    expect(errors).toEqual([])
    await page.context().close()
  })
})
