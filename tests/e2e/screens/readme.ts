import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type { Browser } from 'playwright-core'
import sharp from 'sharp'
import { cartWords } from '@/locales/order/cart'
import { checkoutWords } from '@/locales/order/checkout'
import { ordersWords } from '@/locales/order/orders'
import { goodsWords } from '@/locales/product/goods'
import { merchantDashboardWords } from '@/locales/shop/merchant-dashboard'
import { openedWords, wizardWords } from '@/locales/shop/wizard'
import { atTill } from '../journey/till'
import { unpaidOrder } from '../journey/unpaid-order'
import { acceptTerms, chooseTrade, pressOpen, takeProductPhoto } from '../journey/wizard'
import { H5Phone } from '../phone/h5-phone'
import { SCREENS } from '../phone/phone'
import { becomeOwner } from './api'
import type { DemoServer } from './demo-server'
import { DESKTOP } from './desktop'
import { settle } from './photograph'
import { takeLessonPictures } from './readme-lesson'

const SCALE = 1.5
/** A palette keeps each picture below 120 KB. */
const COLORS = 128

/** Takes README's pictures at a realistic pace. */
export async function takeReadme(browser: Browser, world: DemoServer, folder: string) {
  mkdirSync(folder, { recursive: true })
  const phone = () => H5Phone.start(browser, world.origin, SCREENS.phone, SCALE)
  const take = async (from: H5Phone, name: string) => {
    await settle(from.page)
    const picture = await from.page.screenshot()
    await sharp(picture)
      .png({ palette: true, colors: COLORS, effort: 10 })
      .toFile(path.join(folder, `${name}.png`))
  }
  await takeOpening(await phone(), take)
  await takeBuying(await phone(), await phone(), world, take)
  await takeWideOrders(await H5Phone.start(browser, world.origin, DESKTOP, 1), world, take)
  await takeLessonPictures(browser, world, SCALE, take)
}

type Take = (phone: H5Phone, name: string) => Promise<void>

async function takeOpening(phone: H5Phone, take: Take) {
  const { clock } = phone.page
  await clock.install()
  await phone.open('/open')
  await phone.see(wizardWords.title)
  await clock.runFor('00:08')
  await take(phone, 'wizard-trade')
  await chooseTrade(phone)
  await takeProductPhoto(phone)
  for (const key of '25') await phone.tap(key)
  await clock.runFor('00:39')
  await take(phone, 'wizard-product')
  await phone.tap(wizardWords.next)
  await acceptTerms(phone)
  await clock.runFor('00:57')
  await take(phone, 'wizard-look')
  await pressOpen(phone)
  await phone.see(openedWords.doneShort)
  await take(phone, 'opened')
  await phone.close()
}

async function takeBuying(buyer: H5Phone, seller: H5Phone, world: DemoServer, take: Take) {
  const shop = world.shops().find(({ name }) => name === '家乡山货铺')
  if (!shop) throw new Error('the demo world lacks a shop')
  await buyer.open(`/s/${shop.slug}`)
  await buyer.tap(goodsWords.add('成县薄皮核桃'), goodsWords.add('核桃礼盒'))
  // pages scroll inside the window
  await buyer.page.evaluate(() => document.querySelector('.taro_page')?.scrollTo(0, 0))
  await take(buyer, 'shop')
  await buyer.tap(cartWords.order)
  await buyer.type(checkoutWords.receiver.paste, '收货人甲 19900000001 甘肃省陇南市成县沙坝镇下街18号')
  await buyer.see(checkoutWords.receiver.pasted)
  await take(buyer, 'checkout')
  await atTill(buyer, 'pay', () => buyer.tap(checkoutWords.submit))
  const payment = { method: 'wechat', state: 'paid' } as const
  await buyer.see(ordersWords.next.buyer({ ...unpaidOrder('placed', 'local'), payment }))
  await take(buyer, 'order')
  const shopId = await becomeOwner(seller, shop)
  await seller.open('/merchant', { shop: shopId })
  await take(seller, 'merchant-today')
  await buyer.close()
  await seller.close()
}

/** A busy shop on a computer, with an order beside the list. */
async function takeWideOrders(owner: H5Phone, world: DemoServer, take: Take) {
  const shop = world.shops().find(({ name }) => name === '沙坝山货合作社')
  if (!shop) throw new Error('the demo world lacks a busy shop')
  const shopId = await becomeOwner(owner, shop)
  await owner.open('/merchant', { shop: shopId })
  await owner.tap(merchantDashboardWords.tabs.orders)
  await owner.page.locator('.order-row').first().waitFor()
  await owner.page.keyboard.press('j')
  await owner.see(ordersWords.copy)
  await take(owner, 'orders-wide')
  await owner.close()
}
