import { homeWords } from '@/locales/shop/home'
import { lookQuestionWords, openedWords, publishWords } from '@/locales/shop/wizard'
import { killAndRelaunch, pageBack, questionBack } from '../journey/navigation'
import { ownedShops } from '../journey/owned-shops'
import { KINDS, type TestEnvironment } from '../journey/test-environment'
import {
  acceptTerms,
  chooseTrade,
  pressOpen,
  seeOpened,
  setPrice,
  startWizard,
  takeProductPhoto,
} from '../journey/wizard'
import { LONG_RUN, longRunUnless } from '../long-run'
import { H5Phone } from '../phone/h5-phone'
import type { Phone } from '../phone/phone'
import { expect, test } from '../test'

const SHOP_PATH = /^\/api\/shops\/[0-9A-Z]{26}$/
const PHOTO_PATH = /^\/api\/photos\//

/** Longer than the first retry delays of the app. */
const A_WHILE = 5000
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

for (const kind of KINDS)
  test.describe(`wizard without a network on ${kind}`, () => {
    test.use({ kind })

    let environment: TestEnvironment
    let phone: Phone

    test.beforeEach(({ environment: own, phone: given }) => {
      environment = own
      phone = given
    })

    const shops = () => ownedShops(phone, environment.network.origin)

    /** Returns the requests to open a shop. */
    const openings = () =>
      environment.network.forwarded.filter(({ method, path }) => method === 'PUT' && SHOP_PATH.test(path))

    async function upToTrade() {
      await phone.open(environment.homePath)
      await startWizard(phone)
      await chooseTrade(phone)
    }

    async function upToLook() {
      await takeProductPhoto(phone)
      await setPrice(phone, '25')
      await acceptTerms(phone)
    }

    async function openInVain() {
      await pressOpen(phone)
      await phone.see(publishWords.waitingTitle('offline'))
      await phone.see('现在还没开张')
    }

    async function expectOneShop(price = 2500) {
      const [shop, ...others] = await shops()
      expect(others).toEqual([])
      expect(shop).toMatchObject({ name: '成县核桃小店' })
      expect(shop?.products).toHaveLength(1)
      expect(shop?.products[0]).toMatchObject({ name: '成县核桃', skus: [{ price }] })
      expect(shop?.products[0]?.photos).toHaveLength(1)
      return shop
    }

    test(
      'waits offline and publishes exactly once when online',
      longRunUnless(kind === 'weapp'),
      async () => {
        await upToTrade()
        await phone.cutNetwork()
        await upToLook()
        await openInVain()
        await pause(A_WHILE)
        await phone.see('现在还没开张')
        expect(openings()).toEqual([])
        expect(await shops()).toEqual([])

        await phone.restoreNetwork()
        const slug = await seeOpened(phone)
        expect((await expectOneShop())?.slug).toBe(slug)
        await pause(A_WHILE)
        expect(openings().map(({ status }) => status)).toEqual([200])
        await expectOneShop()
      },
    )

    test('publishes normally when the network returns before 开张', LONG_RUN, async () => {
      await upToTrade()
      await phone.cutNetwork()
      await takeProductPhoto(phone)
      await setPrice(phone, '25')
      await phone.restoreNetwork()
      await acceptTerms(phone)
      await phone.tap(lookQuestionWords.open)
      await phone.tapTwice(lookQuestionWords.openYes)
      await seeOpened(phone)
      expect(openings()).toHaveLength(1)
      await expectOneShop()
    })

    test('repeats lost photo and shop requests and opens one shop', LONG_RUN, async () => {
      await upToTrade()
      await upToLook()
      environment.network.loseReply('POST', PHOTO_PATH)
      environment.network.loseReply('PUT', SHOP_PATH)
      await pressOpen(phone)
      await seeOpened(phone)
      const sent = openings()
      expect(sent).toHaveLength(2)
      expect(sent[1]?.body).toBe(sent[0]?.body)
      expect(sent[1]?.path).toBe(sent[0]?.path)
      await expectOneShop()
    })

    test(
      'opens one shop after a lost reply and a changed price, and shows the published price',
      LONG_RUN,
      async () => {
        await upToTrade()
        await upToLook()
        environment.network.loseReply('PUT', SHOP_PATH)
        await pressOpen(phone)
        await phone.see(publishWords.waitingTitle('unavailable'))
        await phone.cutNetwork()
        await phone.tap(publishWords.edit)
        await questionBack(phone)
        await questionBack(phone)
        await setPrice(phone, '.5')
        await acceptTerms(phone)
        await openInVain()
        await phone.restoreNetwork()
        await seeOpened(phone)
        const [shop, ...others] = await shops()
        expect(others).toEqual([])
        const price = (shop?.products[0]?.skus[0]?.price ?? 0) / 100
        await phone.see(openedWords.earlier)
        await phone.see(`¥${price}/斤`)
      },
    )

    test('publishes after a restart on the waiting screen', LONG_RUN, async () => {
      await upToTrade()
      await phone.cutNetwork()
      await upToLook()
      await openInVain()
      if (phone instanceof H5Phone) {
        await phone.kill()
        await phone.restoreNetwork()
        await phone.launch(`${environment.network.origin}/open`)
      } else {
        await phone.restart()
        await phone.see('现在还没开张')
        expect(await shops()).toEqual([])
        await phone.restoreNetwork()
      }
      await seeOpened(phone)
      await expectOneShop()
    })

    test('publishes after a restart at the home page', LONG_RUN, async () => {
      await upToTrade()
      await phone.cutNetwork()
      await upToLook()
      await openInVain()
      await killAndRelaunch(phone, environment.homePath)
      await seeOpened(phone)
      await expectOneShop()
    })

    test(
      'shows on the home page that a shop waits, and the shop once it is published',
      LONG_RUN,
      async () => {
        await upToTrade()
        await phone.cutNetwork()
        await upToLook()
        await openInVain()
        await pageBack(phone)
        await phone.see(homeWords.waitingToOpen.title)
        await phone.restoreNetwork()
        await seeOpened(phone)
        await expectOneShop()
      },
    )
  })
