import { tradeWords } from '@/locales/zh-CN/trade'
import { lookQuestionWords, productQuestionWords } from '@/locales/zh-CN/wizard'
import { settled } from './measured/settled'
import type { OpenPhone } from './phone/phone'
import { tapAt } from './phone/tap-at'
import { acceptTerms, chooseTrade, setPrice, startWizard } from './story/villager'
import { KINDS, startWorld, type World } from './story/world'

let world: World
let phone: OpenPhone

/** Time on the screen stands still, as if the second of two taps came at once, until `go on` is called. */
async function standStill() {
  const devtools = await phone.page.context().newCDPSession(phone.page)
  await devtools.send('Animation.enable')
  await devtools.send('Animation.setPlaybackRate', { playbackRate: 0 })
  return async () => {
    await devtools.send('Animation.setPlaybackRate', { playbackRate: 1 })
    await devtools.detach()
  }
}

/** Taps what says `words` twice at one place, the second time as soon as `then` is to be seen there. */
async function tapTwiceQuickly(words: string, then: string) {
  await phone.see(words)
  const target = phone.page
    .locator(`[aria-label="${words}"]`)
    .or(phone.page.getByText(words, { exact: true }))
  await target.last().scrollIntoViewIfNeeded()
  await settled(phone.page)
  const box = await target.last().boundingBox()
  if (!box) throw new Error(`"${words}" is not on the screen`)
  const place = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  const goOn = await standStill()
  await tapAt(phone.page, place)
  await phone.see(then)
  await tapAt(phone.page, place)
  await goOn()
  await settled(phone.page)
}

describe.each(KINDS)('on %s, the second of two quick taps', (kind) => {
  beforeAll(async () => {
    world = await startWorld(kind)
  })
  beforeEach(async () => {
    phone = (await world.phone()) as OpenPhone
    await phone.open(world.frontDoor)
    await startWizard(phone)
  })
  afterEach(async () => {
    await phone.close()
  })
  afterAll(async () => {
    await world?.close()
  })

  test('answers nothing at the next question', async () => {
    // where this trade stands, there is a key of the price's pad next
    await tapTwiceQuickly(tradeWords['eggs-meat'], productQuestionWords.title)
    await phone.see(productQuestionWords.priceMissing)
  })

  test('says nothing in the sheet that asks whether to open the shop', async () => {
    await chooseTrade(phone)
    await setPrice(phone, '25')
    await acceptTerms(phone)
    const before = world.network.passed.length
    await tapTwiceQuickly(lookQuestionWords.open, lookQuestionWords.openTitle)
    await phone.see(lookQuestionWords.openTitle)
    expect(world.network.passed.slice(before).filter(({ method }) => method === 'PUT')).toEqual([])

    // and is heard once the sheet stands there
    await phone.tap(lookQuestionWords.openNo)
    await phone.seeNo(lookQuestionWords.openTitle)
  })

  test('does not close what the first one opened', async () => {
    await chooseTrade(phone)
    await tapTwiceQuickly(productQuestionWords.shoot, productQuestionWords.photoSheet)
    await phone.see(productQuestionWords.photoSheet)
    await phone.see(productQuestionWords.camera)
  })
})
