import { failureWords } from '@/locales/failure'
import { cartWords } from '@/locales/order/cart'
import { checkoutWords } from '@/locales/order/checkout'
import { goodsWords } from '@/locales/product/goods'
import { cachedShopWords } from '@/locales/storefront/cached-shop'
import { visitShop } from '../journey/buyer'
import { KINDS, type TestEnvironment } from '../journey/test-environment'
import { LONG_RUN, longRunUnless } from '../long-run'
import type { Phone } from '../phone/phone'
import { expect, test } from '../test'
import { waitForShopCache } from './cached-state'
import { GOOD, NEW_PRICE, openVillageShop, PRICE, SHOP_PHONE } from './village-shop'

/** The beginning of the notice, without its time, which may cross midnight. */
const NOTICES = { offline: '没有网络，这是', unavailable: '店里的机器没应声，这是' }

// on H5 the short run has the service worker's tests
for (const kind of KINDS)
  test.describe(`cached shop on ${kind}`, longRunUnless(kind === 'weapp'), () => {
    test.use({ kind })
    // the server is stopped
    test.use({ serverEnv: { RATE_LIMIT: 'off' } })
    let environment: TestEnvironment
    let phone: Phone
    let shop: Awaited<ReturnType<typeof openVillageShop>>

    test.beforeEach(async ({ ownEnvironment }) => {
      environment = ownEnvironment
      shop = await openVillageShop(environment.server.origin)
      phone = await environment.phone()
      await visitShop(phone, shop.slug)
      await phone.tap(goodsWords.add(GOOD))
      await waitForShopCache(phone, shop.slug)
    })
    test.afterEach(async () => {
      expect(await phone.errors()).toEqual([])
    })

    /** Expects the old prices, the phone, the cart and an order that cannot be placed, each with the reason. */
    async function expectCachedShop(code: keyof typeof NOTICES) {
      await phone.see(NOTICES[code])
      await phone.see(cachedShopWords.call(SHOP_PHONE))
      await phone.see(PRICE)
      await phone.see(cartWords.count(1))
      await phone.tap(GOOD)
      await phone.see(NOTICES[code])
      await visitShop(phone, shop.slug)
      await phone.tap(cartWords.order)
      await phone.see(cachedShopWords.order({ code }))
      await phone.see(checkoutWords.submit)
      await visitShop(phone, shop.slug)
      await phone.see(NOTICES[code])
    }

    /** Waits until the page refreshes by itself. */
    async function expectNewPrice() {
      await phone.see(NEW_PRICE, 60_000)
      for (const words of Object.values(NOTICES)) await phone.seeNo(words)
      await phone.see(cartWords.count(1))
    }

    test('is shown with old prices offline and refreshed once online', async () => {
      await phone.cutNetwork()
      await shop.raisePrice()
      await phone.restart()
      await expectCachedShop('offline')
      await phone.restoreNetwork()
      await expectNewPrice()
    })

    test('is shown while the server is down and refreshed once it is up', LONG_RUN, async () => {
      await shop.raisePrice()
      await environment.server.stop('SIGKILL')
      await phone.restart()
      await expectCachedShop('unavailable')
      await environment.server.restart()
      await expectNewPrice()
    })

    test('is not available for a shop that was never visited, until online', LONG_RUN, async () => {
      const other = await openVillageShop(environment.server.origin)
      await phone.cutNetwork()
      await visitShop(phone, other.slug)
      await phone.see(failureWords.offline)
      await phone.restoreNetwork()
      await phone.see(PRICE, 60_000)
    })
  })
