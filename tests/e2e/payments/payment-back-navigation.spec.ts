import { checkoutWords } from '@/locales/order/checkout'
import { paymentWords } from '@/locales/order/fulfilment'
import { ordersWords } from '@/locales/order/orders'
import { payingWords } from '@/locales/payment/paying'
import { WHOLE_BROWSER } from '../../support/chromium'
import { DEMO_SHOP, fillPickupCheckout } from '../journey/pickup-checkout'
import { atTill } from '../journey/till'
import { LONG_RUN } from '../long-run'
import { SCREENS } from '../phone/phone'
import { createVisitorPhones } from '../screens/visitors'
import { expect, test } from '../test'

// the driver turns the back/forward cache off by default
test.use({ launchOptions: { ...WHOLE_BROWSER, ignoreDefaultArgs: ['--disable-back-forward-cache'] } })

const ALIPAY = paymentWords('alipay', 'pickup')

interface Marked extends Window {
  isRestored?: boolean
}

test(
  'payment can be begun again on a page that the back/forward cache restores',
  LONG_RUN,
  async ({ demoServer, browser }) => {
    await demoServer.reset()
    const slug = demoServer.shops().find(({ name }) => name === DEMO_SHOP)?.slug ?? ''
    const buyer = await createVisitorPhones('h5', browser, demoServer, SCREENS.phone)()
    await fillPickupCheckout(buyer, slug)
    await buyer.page.evaluate(() => {
      ;(window as Marked).isRestored = true
    })
    await buyer.tap(ALIPAY, checkoutWords.submit)
    await buyer.see('这是演示用的收银台，不收真钱。')
    await buyer.page.evaluate(() => history.back())
    await expect(buyer.page).toHaveURL(/\/order\?/)
    expect(await buyer.page.evaluate(() => (window as Marked).isRestored)).toBe(true)
    await atTill(buyer, 'pay', () => buyer.tap(payingWords.pay(ALIPAY)))
    await buyer.see(
      ordersWords.next.buyer({
        ...{ state: 'placed', fulfilment: 'pickup', afterSale: 'none' },
        payment: { method: 'alipay', state: 'paid' },
      }),
    )
    expect(await buyer.errors()).toEqual([])
    await buyer.close()
  },
)
