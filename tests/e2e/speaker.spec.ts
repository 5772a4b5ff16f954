import { productQuestionWords, termsQuestionWords } from '@/locales/shop/wizard'
import { speechWords } from '@/locales/speech'
import { buyOne, orderDelivery, visitShop } from './journey/buyer'
import { acceptTerms, chooseTrade, pressOpen, seeOpened, setPrice, startWizard } from './journey/wizard'
import { LONG_RUN } from './long-run'
import { finishSpeech, installVoice, isTalking, waitUntilSilent } from './phone/fake-speech'
import { type InspectablePhone, SCREENS } from './phone/phone'
import { expect, test } from './test'

let phone: InspectablePhone

test.use({ phoneScreen: SCREENS.small })
test.beforeEach(({ phone: given }) => {
  phone = given
})

const speaker = () => phone.page.getByRole('button', { name: speechWords.listenLabel })

async function listen(): Promise<string> {
  await phone.tap(speechWords.listenLabel)
  const spoken = await finishSpeech(phone.page)
  await expect(speaker()).toBeVisible()
  return spoken
}

test.describe('speaker', () => {
  test('is hidden without a voice', async () => {
    await phone.open('/')
    await startWizard(phone)
    // a headless browser has no voices
    expect(await phone.page.evaluate(() => speechSynthesis.getVoices().length)).toBe(0)
    await expect(speaker()).toHaveCount(0)
  })

  test('reads the texts of every wizard question and of the order', LONG_RUN, async ({ environment }) => {
    await installVoice(phone.page)
    await phone.open('/')
    await startWizard(phone)
    expect(await listen()).toBe(
      '您卖什么？有水果、干货坚果、米面粮油、蜂蜜、禽蛋肉、民宿农家乐。点一下图。都不是，点最下面的其他：药材、手工、小卖部。',
    )
    await chooseTrade(phone)
    expect(await listen()).toBe(
      '第一件货，成县核桃。卖多少钱？按下面的数字。想放照片，点拍一张。价钱对了，点下一步。',
    )
    for (const key of '25') await phone.tap(key)
    expect(await listen()).toContain('一斤二十五元。')
    await phone.tap('删', '删')
    await setPrice(phone, '25')
    await phone.tap(termsQuestionWords.changeMoney, '3 元', termsQuestionWords.done)
    expect(await listen()).toBe(
      '这样收钱、送货，行吗？收钱，送到门口收钱，来自提的当面付。送货费三元。送货，附近送上门，或到我这儿自提。最好留个电话，买家好找您。行，就点最下面的行，下一步。不行，点改一改。',
    )
    await acceptTerms(phone)
    expect(await listen()).toBe(
      '选个样子。现在是木纹的样子。点两边的箭头，换一个样子。看好了，点最下面的开张。',
    )
    await pressOpen(phone)
    const slug = await seeOpened(phone)

    const buyer = await environment.phone(SCREENS.small)
    await installVoice(buyer.page)
    await visitShop(buyer, slug)
    await buyOne(buyer, '成县核桃')
    await orderDelivery(buyer)
    await buyer.tap(speechWords.listenLabel)
    expect(await finishSpeech(buyer.page)).toBe(
      '等店家接单，接了就给您送上门。第 1 单，买了成县核桃一斤。一共二十八元。现在不用付钱，货到了再付。',
    )
    expect(await buyer.errors()).toEqual([])
  })

  test(
    'stops on the second tap, on the next question, on leaving the page and in a hidden tab',
    LONG_RUN,
    async () => {
      await installVoice(phone.page)
      await phone.open('/')
      await startWizard(phone)
      const box = await speaker().boundingBox()
      expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44)

      await phone.tap(speechWords.listenLabel)
      expect(await isTalking(phone.page)).toBe(true)
      await phone.tap(speechWords.stopLabel)
      await waitUntilSilent(phone.page)

      await phone.tap(speechWords.listenLabel)
      await chooseTrade(phone)
      await waitUntilSilent(phone.page)

      await phone.tap(speechWords.listenLabel, '2')
      await expect(speaker()).toBeVisible()
      await waitUntilSilent(phone.page)

      await phone.tap(speechWords.listenLabel)
      expect(await isTalking(phone.page)).toBe(true)
      await phone.page.evaluate(() => {
        Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true })
        Object.defineProperty(document, 'hidden', { value: true, configurable: true })
        document.dispatchEvent(new Event('visibilitychange'))
      })
      await expect(speaker()).toBeVisible()
      await waitUntilSilent(phone.page)
      await phone.see(productQuestionWords.title)
    },
  )
})
