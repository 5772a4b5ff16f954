import type { Page } from '@playwright/test'
import { tradeWords } from '@/locales/shop/trade'
import { lookQuestionWords, productQuestionWords } from '@/locales/shop/wizard'
import { waitForIdle } from './audit/page-idle'
import { KINDS } from './journey/test-environment'
import { acceptTerms, chooseTrade, setPrice, startWizard } from './journey/wizard'
import { LONG_RUN } from './long-run'
import type { InspectablePhone } from './phone/phone'
import { tapAt } from './phone/tap-at'
import { expect, test } from './test'

/** Freezes animations, so that a second tap comes during a transition; the returned function resumes them. */
async function freezeAnimations(page: Page) {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Animation.enable')
  await devtools.send('Animation.setPlaybackRate', { playbackRate: 0 })
  return async () => {
    await devtools.send('Animation.setPlaybackRate', { playbackRate: 1 })
    await devtools.detach()
  }
}

/** Taps an element and, as soon as `then` is shown, the same point again. */
async function tapTwiceQuickly(phone: InspectablePhone, words: string, then: string) {
  await phone.see(words)
  const target = phone.page
    .locator(`[aria-label="${words}"]`)
    .or(phone.page.getByText(words, { exact: true }))
  await target.last().scrollIntoViewIfNeeded()
  await waitForIdle(phone.page)
  const box = await target.last().boundingBox()
  if (!box) throw new Error(`"${words}" is not on the screen`)
  const place = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  const resume = await freezeAnimations(phone.page)
  await tapAt(phone.page, place)
  await phone.see(then)
  await tapAt(phone.page, place)
  await resume()
  await waitForIdle(phone.page)
}

for (const kind of KINDS)
  test.describe(`second tap of a double tap on ${kind}`, LONG_RUN, () => {
    test.use({ kind })

    test.beforeEach(async ({ environment, phone }) => {
      await phone.open(environment.homePath)
      await startWizard(phone)
    })

    test('is ignored by the next question', LONG_RUN, async ({ phone }) => {
      // a key of the price pad lies where this trade was
      await tapTwiceQuickly(phone, tradeWords['eggs-meat'], productQuestionWords.title)
      await phone.see(productQuestionWords.priceMissing)
    })

    test('is ignored by the sheet that confirms the opening', async ({ environment, phone }) => {
      await chooseTrade(phone)
      await setPrice(phone, '25')
      await acceptTerms(phone)
      const before = environment.network.forwarded.length
      await tapTwiceQuickly(phone, lookQuestionWords.open, lookQuestionWords.openTitle)
      await phone.see(lookQuestionWords.openTitle)
      expect(environment.network.forwarded.slice(before).filter(({ method }) => method === 'PUT')).toEqual([])

      // the sheet accepts taps once it is shown
      await phone.tap(lookQuestionWords.openNo)
      await phone.seeNo(lookQuestionWords.openTitle)
    })

    test('does not close the sheet that the first tap opened', LONG_RUN, async ({ phone }) => {
      await chooseTrade(phone)
      await tapTwiceQuickly(phone, productQuestionWords.shoot, productQuestionWords.photoSheet)
      await phone.see(productQuestionWords.photoSheet)
      await phone.see(productQuestionWords.camera)
    })
  })
