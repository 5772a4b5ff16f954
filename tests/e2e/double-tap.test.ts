import { tradeWords } from '@/locales/trade'
import { lookQuestionWords, productQuestionWords } from '@/locales/wizard'
import { waitForIdle } from './audit/page-idle'
import { KINDS, startTestEnvironment, type TestEnvironment } from './journey/test-environment'
import { acceptTerms, chooseTrade, setPrice, startWizard } from './journey/wizard'
import type { InspectablePhone } from './phone/phone'
import { tapAt } from './phone/tap-at'

let world: TestEnvironment
let phone: InspectablePhone

/** Freezes animations, so that a second tap comes during a transition; the returned function resumes them. */
async function freezeAnimations() {
  const devtools = await phone.page.context().newCDPSession(phone.page)
  await devtools.send('Animation.enable')
  await devtools.send('Animation.setPlaybackRate', { playbackRate: 0 })
  return async () => {
    await devtools.send('Animation.setPlaybackRate', { playbackRate: 1 })
    await devtools.detach()
  }
}

/** Taps an element and, as soon as `then` is shown, the same point again. */
async function tapTwiceQuickly(words: string, then: string) {
  await phone.see(words)
  const target = phone.page
    .locator(`[aria-label="${words}"]`)
    .or(phone.page.getByText(words, { exact: true }))
  await target.last().scrollIntoViewIfNeeded()
  await waitForIdle(phone.page)
  const box = await target.last().boundingBox()
  if (!box) throw new Error(`"${words}" is not on the screen`)
  const place = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  const resume = await freezeAnimations()
  await tapAt(phone.page, place)
  await phone.see(then)
  await tapAt(phone.page, place)
  await resume()
  await waitForIdle(phone.page)
}

describe.each(KINDS)('second tap of a double tap on %s', (kind) => {
  beforeAll(async () => {
    world = await startTestEnvironment(kind)
  })
  beforeEach(async () => {
    phone = (await world.phone()) as InspectablePhone
    await phone.open(world.frontDoor)
    await startWizard(phone)
  })
  afterEach(async () => {
    await phone.close()
  })
  afterAll(async () => {
    await world?.close()
  })

  it('is ignored by the next question', async () => {
    // a key of the price pad lies where this trade was
    await tapTwiceQuickly(tradeWords['eggs-meat'], productQuestionWords.title)
    await phone.see(productQuestionWords.priceMissing)
  })

  it('is ignored by the sheet that confirms the opening', async () => {
    await chooseTrade(phone)
    await setPrice(phone, '25')
    await acceptTerms(phone)
    const before = world.network.forwarded.length
    await tapTwiceQuickly(lookQuestionWords.open, lookQuestionWords.openTitle)
    await phone.see(lookQuestionWords.openTitle)
    expect(world.network.forwarded.slice(before).filter(({ method }) => method === 'PUT')).toEqual([])

    // the sheet accepts taps once it is shown
    await phone.tap(lookQuestionWords.openNo)
    await phone.seeNo(lookQuestionWords.openTitle)
  })

  it('does not close the sheet that the first tap opened', async () => {
    await chooseTrade(phone)
    await tapTwiceQuickly(productQuestionWords.shoot, productQuestionWords.photoSheet)
    await phone.see(productQuestionWords.photoSheet)
    await phone.see(productQuestionWords.camera)
  })
})
