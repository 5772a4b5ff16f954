import type { Browser } from 'playwright-core'
import { tradeDefaults, trades } from '@/domain/trade'
import {
  lookQuestionWords,
  productQuestionWords as product,
  termsQuestionWords as terms,
  tradeQuestionWords,
  unitWords,
  wizardWords,
} from '@/locales/zh-CN/wizard'
import { launchBrowser } from '../support/chromium'
import { PATIENCE } from '../support/patience'
import { type ServerProcess, startServer } from '../support/server-process'
import { H5Phone } from './phone/h5-phone'
import { SCREENS } from './phone/phone'
import { giveVoice } from './phone/voice'
import { misfits } from './story/fit'
import { acceptTerms, chooseTrade, setPrice, startWizard, takeProductPhoto } from './story/villager'

const LONG_NAME = '成县沙坝镇下街自家树上今年自己晒的薄皮核桃'
const LONGEST_NAME = LONG_NAME.repeat(2).slice(0, 30)
const PLACE = '沙坝镇下街老戏台对面村口小卖部'

let server: ServerProcess
let browser: Browser
let phone: H5Phone

beforeAll(async () => {
  server = await startServer()
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await server?.dispose()
})
afterEach(async () => {
  await phone.close()
})

const begin = async (screen: { width: number; height: number }) => {
  phone = await H5Phone.start(browser, server.origin, screen)
  // with a voice there is a speaker beside each question, which must fit too
  await giveVoice(phone.page)
  await phone.open('/')
  await startWizard(phone)
}

/** Pages and sheets slide in, and a new class reaches the screen a moment after the words. */
const A_MOMENT = 100

async function fits() {
  const end = Date.now() + PATIENCE
  await phone.page.waitForTimeout(A_MOMENT)
  let found = await misfits(phone.page)
  while (found.length > 0 && Date.now() < end) {
    await phone.page.waitForTimeout(A_MOMENT)
    found = await misfits(phone.page)
  }
  expect(found).toEqual([])
}

async function nameIt(name: string) {
  await phone.tap(product.rename)
  await phone.see(product.nameSheet)
  await phone.type(product.nameField, name)
  await fits()
  await phone.tap(product.nameDone)
  await phone.see(name)
}

const boxesOf = (selector: string) =>
  phone.page
    .locator(selector)
    .evaluateAll((all) => all.map((element) => element.getBoundingClientRect().toJSON() as DOMRect))

it('shows the whole price beside the keys on a phone that lies on its side', async () => {
  await begin({ width: 568, height: 320 })
  await chooseTrade(phone)
  await phone.see(product.title)
  await phone.tap('5')
  const [price] = await boxesOf('.price-row__price')
  const [pad] = await boxesOf('.number-pad')
  expect(price?.height).toBeGreaterThanOrEqual(36)
  expect(price?.bottom).toBeLessThanOrEqual(320)
  expect(price?.right).toBeLessThanOrEqual(pad?.left ?? 0)
  expect(pad?.bottom).toBeLessThanOrEqual(320)
})

it('keeps the drawings of the trades whole in type of 24 px on the narrowest phone', async () => {
  await begin(SCREENS.small)
  await phone.page.addStyleTag({ content: 'page, :root { --fs: 1.5 !important }' })
  const pictures = await boxesOf('.trade-question__picture')
  expect(pictures.length).toBeGreaterThan(0)
  for (const { width, height } of pictures) expect(height / width).toBeGreaterThanOrEqual(0.6)
})

/** The short run takes the smallest, on which there is least room. */
const SIZES = process.env.KZ_LONG === '1' ? [SCREENS.small, SCREENS.phone] : [SCREENS.small]

describe.each(SIZES)('at $width × $height', (screen) => {
  test('what is sold: six trades, and all of them', async () => {
    await begin(screen)
    await fits()
    await phone.tap(tradeQuestionWords.more)
    await phone.see('药材')
    await fits()
    await phone.tap('民宿农家乐')
    await phone.see(product.title)
    await fits()
  })

  test('the first product: drawn, photographed, with long names, long prices and other units', async () => {
    await begin(screen)
    await chooseTrade(phone)
    await fits()
    await phone.tap(product.shoot)
    await fits()
    await phone.tap(product.drawing)
    await takeProductPhoto(phone)
    await fits()
    await phone.tap(product.again)
    await phone.tap(product.drawing)
    await phone.tap(product.shoot)
    await phone.see(product.last)
    await fits()
    await phone.tap(product.last)
    await phone.see(product.again)
    for (const key of '88888.88') await phone.tap(key)
    await fits()
    await phone.tap(unitWords.other)
    await phone.see(unitWords.sheet)
    await fits()
    await phone.tap(unitWords.one('公斤'))
    await fits()
    await phone.tap(product.rename)
    await phone.tap('花椒')
    for (const word of ['大红袍', '新货']) await phone.tap(word)
    await phone.see('成县大红袍新货花椒')
    await fits()
    for (const name of [LONG_NAME, LONGEST_NAME]) {
      await nameIt(name)
      await fits()
    }
    await phone.tap(wizardWords.next)
    await fits()
  })

  test('the terms: as proposed, every way of sending, with a fee and a long place', async () => {
    await begin(screen)
    await chooseTrade(phone)
    await setPrice(phone, '25')
    await fits()
    await phone.tap(terms.changeDelivery)
    await fits()
    await phone.tap('快递')
    await phone.see(terms.courierFeeSheet)
    for (const key of '88888.88') await phone.tap(key)
    await fits()
    await phone.tap(terms.done)
    await phone.tap('到店')
    await phone.type(terms.place, PLACE)
    await fits()
    await phone.tap(terms.done)
    await fits()
    await phone.tap(terms.changeMoney)
    for (const fee of ['10 元', '199 元']) await phone.tap(fee)
    await fits()
    await phone.tap('快递')
    await phone.tap('199 元')
    await fits()
    await phone.tap(terms.done)
    await fits()
    await phone.tap(terms.phoneAdd)
    await fits()
    for (const key of '222222222222') await phone.tap(key)
    await phone.see(terms.phoneWrong)
    await fits()
    for (const _ of '222222222222') await phone.tap('删')
    for (const key of '19900000002') await phone.tap(key)
    await phone.tap(terms.done)
    await fits()
  })

  test('the look: each template, with a photo and a long name', async () => {
    await begin(screen)
    await chooseTrade(phone)
    await takeProductPhoto(phone)
    await nameIt(LONG_NAME)
    await setPrice(phone, '25')
    await acceptTerms(phone)
    for (let i = 0; i < 3; i++) {
      await fits()
      await phone.tap(lookQuestionWords.after)
    }
    await phone.tap(lookQuestionWords.open)
    await fits()
  })
})

test.each(trades)('at 320 × 568, every good that is proposed, with all its words: %s', async (trade) => {
  await begin(SCREENS.small)
  await chooseTrade(phone, trade)
  for (const key of '88888.88') await phone.tap(key)
  for (const { name, words } of tradeDefaults(trade).goods) {
    await phone.tap(product.rename)
    await phone.tap(name)
    for (const word of words) await phone.tap(word)
    await phone.see(product.proposed(words, name))
    await fits()
  }
})
