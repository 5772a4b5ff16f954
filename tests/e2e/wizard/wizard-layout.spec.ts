import { type Trade, tradeDefaults, trades } from '@/domain/shop/trade'
import {
  lookQuestionWords,
  productQuestionWords as product,
  termsQuestionWords as terms,
  tradeQuestionWords,
  unitWords,
  wizardWords,
} from '@/locales/shop/wizard'
import { layoutIssues } from '../journey/layout-issues'
import type { TestEnvironment } from '../journey/test-environment'
import { acceptTerms, chooseTrade, setPrice, startWizard, takeProductPhoto } from '../journey/wizard'
import { LONG_RUN } from '../long-run'
import { installVoice } from '../phone/fake-speech'
import { type InspectablePhone, SCREENS, type Screen } from '../phone/phone'
import { expect, test } from '../test'

const LONG_NAME = '成县沙坝镇下街自家树上今年自己晒的薄皮核桃'
const LONGEST_NAME = LONG_NAME.repeat(2).slice(0, 30)
const PLACE = '沙坝镇下街老戏台对面村口小卖部'

let environment: TestEnvironment
let phone: InspectablePhone

test.beforeEach(({ environment: given }) => {
  environment = given
})

const begin = async (screen: Screen) => {
  phone = await environment.phone(screen)
  // with a voice, each question also shows a speaker, which must fit
  await installVoice(phone.page)
  await phone.open('/')
  await startWizard(phone)
}

/** Delay in ms for transitions to start and new classes to apply. */
const SETTLE_MS = 100

async function expectNoIssues() {
  await phone.page.waitForTimeout(SETTLE_MS)
  await expect.poll(() => layoutIssues(phone.page), { intervals: [SETTLE_MS] }).toEqual([])
}

async function rename(name: string) {
  await phone.tap(product.rename)
  await phone.see(product.nameSheet)
  await phone.type(product.nameField, name)
  await expectNoIssues()
  await phone.tap(product.nameDone)
  await phone.see(name)
}

const boxesOf = (selector: string) =>
  phone.page
    .locator(selector)
    .evaluateAll((all) => all.map((element) => element.getBoundingClientRect().toJSON() as DOMRect))

test('wizard shows the whole price beside the keypad in landscape', async () => {
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

test(
  'wizard keeps the trade drawings whole at a font size of 24 px on the narrowest phone',
  LONG_RUN,
  async () => {
    await begin(SCREENS.small)
    await phone.page.addStyleTag({ content: 'page, :root { --fs: 1.5 !important }' })
    const pictures = await boxesOf('.trade-question__picture')
    expect(pictures.length).toBeGreaterThan(0)
    for (const { width, height } of pictures) expect(height / width).toBeGreaterThanOrEqual(0.6)
  },
)

/** The short run takes only the smallest screen. */
const SIZES = process.env.KZ_LONG === '1' ? [SCREENS.small, SCREENS.phone] : [SCREENS.small]

for (const screen of SIZES)
  test.describe(`wizard layout at ${screen.width} × ${screen.height}`, () => {
    test('fits all trades', async () => {
      await begin(screen)
      await expectNoIssues()
      await phone.tap(tradeQuestionWords.more)
      await phone.see('药材')
      await expectNoIssues()
      await phone.tap('民宿农家乐')
      await phone.see(product.title)
      await expectNoIssues()
    })

    test(
      'fits the product question with photos, long names, long prices and all units',
      LONG_RUN,
      async () => {
        await begin(screen)
        await chooseTrade(phone)
        await expectNoIssues()
        await phone.tap(product.shoot)
        await expectNoIssues()
        await phone.tap(product.drawing)
        await takeProductPhoto(phone)
        await expectNoIssues()
        await phone.tap(product.again, product.drawing, product.shoot)
        await phone.see(product.last)
        await expectNoIssues()
        await phone.tap(product.last)
        await phone.see(product.again)
        for (const key of '88888.88') await phone.tap(key)
        await expectNoIssues()
        await phone.tap(unitWords.other)
        await phone.see(unitWords.sheet)
        await expectNoIssues()
        await phone.tap(unitWords.one('公斤'))
        await expectNoIssues()
        await phone.tap(product.rename, '花椒')
        for (const word of ['大红袍', '新货']) await phone.tap(word)
        await phone.see('成县大红袍新货花椒')
        await expectNoIssues()
        for (const name of [LONG_NAME, LONGEST_NAME]) {
          await rename(name)
          await expectNoIssues()
        }
        await phone.tap(wizardWords.next)
        await expectNoIssues()
      },
    )

    test('fits the terms question with every way of sending, a fee and a long place', LONG_RUN, async () => {
      await begin(screen)
      await chooseTrade(phone)
      await setPrice(phone, '25')
      await expectNoIssues()
      await phone.tap(terms.changeDelivery)
      await expectNoIssues()
      await phone.tap('快递')
      await phone.see(terms.courierFeeSheet)
      for (const key of '88888.88') await phone.tap(key)
      await expectNoIssues()
      await phone.tap(terms.done, '到店')
      await phone.type(terms.place, PLACE)
      await expectNoIssues()
      await phone.tap(terms.done)
      await expectNoIssues()
      await phone.tap(terms.changeMoney)
      for (const fee of ['10 元', '199 元']) await phone.tap(fee)
      await expectNoIssues()
      await phone.tap('快递', '199 元')
      await expectNoIssues()
      await phone.tap(terms.done)
      await expectNoIssues()
      await phone.tap(terms.phoneAdd)
      await expectNoIssues()
      for (const key of '222222222222') await phone.tap(key)
      await phone.see(terms.phoneWrong)
      await expectNoIssues()
      for (const _ of '222222222222') await phone.tap('删')
      for (const key of '19900000002') await phone.tap(key)
      await phone.tap(terms.done)
      await expectNoIssues()
    })

    test('fits the look question with each template, a photo and a long name', LONG_RUN, async () => {
      await begin(screen)
      await chooseTrade(phone)
      await takeProductPhoto(phone)
      await rename(LONG_NAME)
      await setPrice(phone, '25')
      await acceptTerms(phone)
      for (let i = 0; i < 3; i++) {
        await expectNoIssues()
        await phone.tap(lookQuestionWords.after)
      }
      await phone.tap(lookQuestionWords.open)
      await expectNoIssues()
    })
  })

const longestName = (trade: Trade) =>
  Math.max(...tradeDefaults(trade).goods.map(({ name, words }) => product.proposed(words, name).length))

/** The short run takes the trade with the longest words. */
const TRADES =
  process.env.KZ_LONG === '1'
    ? trades
    : [...trades].sort((a, b) => longestName(b) - longestName(a)).slice(0, 1)

for (const trade of TRADES)
  test(
    `wizard layout at 320 × 568 fits every proposed product of the trade ${trade} with all its words`,
    LONG_RUN,
    async () => {
      await begin(SCREENS.small)
      await chooseTrade(phone, trade)
      for (const key of '88888.88') await phone.tap(key)
      for (const { name, words } of tradeDefaults(trade).goods) {
        await phone.tap(product.rename, name)
        for (const word of words) await phone.tap(word)
        await phone.see(product.proposed(words, name))
        await expectNoIssues()
      }
    },
  )
