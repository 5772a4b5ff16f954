import type { Browser, Page } from '@playwright/test'
import { homeWords } from '@/locales/shop/home'
import { longRunUnless } from '../long-run'
import { H5Phone } from '../phone/h5-phone'
import { SCREENS } from '../phone/phone'
import { WeappPhone } from '../phone/weapp-phone'
import { expect, test } from '../test'

/** Font sizes in px of a main button and of a price in a list. */
const [BUTTON, PRICE] = [20, 22]

const sizeOf = (page: Page, selector: string) =>
  page
    .locator(selector)
    .first()
    .evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize))

/** Opens the site in a browser with this default font size in px; the usual is 16. */
async function browserWith(browser: Browser, origin: string, standard: number) {
  const phone = await H5Phone.start(browser, origin, SCREENS.phone)
  const devtools = await phone.page.context().newCDPSession(phone.page)
  await devtools.send('Page.setFontSizes', { fontSizes: { standard } })
  await phone.open('/')
  await phone.see(homeWords.open.button)
  return phone
}

for (const [standard, times] of [
  [16, 1],
  [12, 1],
  [24, 1.5],
  [40, 2],
] as const)
  test(
    `site in a browser with a font size of ${standard} px is scaled by ${times}`,
    longRunUnless(standard === 24),
    async ({ browser, demoServer }) => {
      const phone = await browserWith(browser, demoServer.origin, standard)
      expect(await sizeOf(phone.page, '.button')).toBeCloseTo(BUTTON * times, 1)
      const [shop] = demoServer.shops()
      // the server's first screen, before the site's scripts are loaded
      await phone.page.route('**/js/**', (route) => route.abort())
      await phone.open(`/s/${shop?.slug}`)
      await expect(phone.page.locator('#first-paint .price__number').first()).toBeVisible()
      expect(await sizeOf(phone.page, '#first-paint .price__number')).toBeCloseTo(PRICE * times, 1)
      await phone.close()
    },
  )

for (const [typeSize, times] of [
  [1, 1],
  [0.9, 1],
  [1.4, 1.4],
  [2.5, 2],
] as const)
  test(
    `mini-program with WeChat's 字体大小 at ${typeSize} is scaled by ${times}`,
    longRunUnless(typeSize === 1.4),
    async ({ browser, demoServer }) => {
      const phone = await WeappPhone.start({
        browser,
        apiOrigin: demoServer.origin,
        loginCode: () => `type-${typeSize}`,
        screen: SCREENS.phone,
        typeSize,
      })
      await phone.open('pages/home/index')
      await phone.see(homeWords.open.button)
      expect(await sizeOf(phone.page, '.button')).toBeCloseTo(BUTTON * times, 0)
      await phone.close()
    },
  )
