import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { cartWords } from '@/locales/order/cart'
import { changeOrderWords } from '@/locales/order/change-order'
import { checkoutWords } from '@/locales/order/checkout'
import { claimWords } from '@/locales/order/claims'
import { fulfilmentWords } from '@/locales/order/fulfilment'
import { orderActionWords } from '@/locales/order/order'
import { ordersWords } from '@/locales/order/orders'
import { consentWords } from '@/locales/person/consent'
import { myDataWords } from '@/locales/person/my-data'
import { goodsWords } from '@/locales/product/goods'
import { photoFieldsWords } from '@/locales/product/photo-fields'
import { stepperWords } from '@/locales/stepper'
import { findGoodsWords } from '@/locales/storefront/find-goods'
import { storefrontWords } from '@/locales/storefront/storefront'
import { openLongShop } from '../../support/long-shop'
import { launchWeapp } from '../../weapp/launch'
import { takePhoto } from '../journey/sample-photo'
import { unpaidOrder } from '../journey/unpaid-order'
import { LONG_RUN } from '../long-run'
import { SCREENS } from '../phone/phone'
import type { WeappPhone } from '../phone/weapp-phone'
import { becomeOwner, type Order, storefrontOf, takeOrderStep } from '../screens/api'
import { createOwnAppPhones, createVisitorPhones } from '../screens/visitors'
import { expect, test } from '../test'
import { runCompiler } from './run-compiler'

const SHOP = '下街土货店'
/** The second mini-program of the demo world. */
const OWN_APPID = 'wx0000000000000002'

/** A long shop is scrolled down step by step. */
const SCROLL = { intervals: [50], timeout: 120_000 }

/** Compiles a shop's mini-program; returns its folder. */
async function compileShop(slug: string, origin: string): Promise<string> {
  const dist = mkdtempSync(path.join(tmpdir(), 'kz-own-app-'))
  const app = ['--api', origin, '--appid', OWN_APPID, '--target', 'weapp', '--out', dist]
  const ran = await runCompiler('--shop', slug, ...app)
  if (ran.code !== 0) throw new Error(ran.err)
  return dist
}

const next = (state: Order['state']) => ordersWords.next.buyer(unpaidOrder(state, 'pickup'))

/** Reads the text in a field, as the phone shows it. */
const shown = (phone: WeappPhone, label: string) =>
  phone.page.locator(`[aria-label="${label}"]`).locator('textarea, input').last()

/** Chooses a good, changes how many of it by button and by typing, and opens the checkout. */
async function fillCart(buyer: WeappPhone, name: string, most: number) {
  await buyer.tap(goodsWords.add(name), cartWords.count(1))
  await buyer.see(cartWords.title)
  await buyer.tap(stepperWords.more(name))
  await expect(shown(buyer, stepperWords.value(name))).toHaveValue('2')
  await buyer.type(stepperWords.value(name), '99999')
  await buyer.see(stepperWords.most(most))
  await buyer.app.find(`[aria-label="${stepperWords.value(name)}"] input`).blur()
  await expect(shown(buyer, stepperWords.value(name))).toHaveValue(String(most))
  await buyer.type(stepperWords.value(name), '3')
  await buyer.app.pressBack()
  await buyer.seeNo(cartWords.title)
  await buyer.see(cartWords.count(3))
  await buyer.tap(cartWords.order)
  await buyer.see(checkoutWords.title)
}

/** Fills the checkout in, and submits it. */
async function placeOrder(buyer: WeappPhone) {
  const { name, phone } = checkoutWords.receiver
  await buyer.tap(fulfilmentWords.pickup)
  // as an input method reports a name
  for (const typed of ['s', 'sh', '收货', '收货人乙']) await buyer.type(name, typed)
  await expect(shown(buyer, name)).toHaveValue('收货人乙')
  await buyer.type(phone, '19900000001')
  await buyer.tap(checkoutWords.submit)
  await buyer.see(next('placed'))
}

/** Asks the shop for a change of an accepted order, after a change of one that was not. */
async function changeOrder(buyer: WeappPhone, accept: () => Promise<unknown>) {
  const { fields, save, title, openDirect, openAsk } = changeOrderWords
  await buyer.tap(ordersWords.further, openDirect({ hasAddress: false, hasSlots: false }))
  await buyer.see(title.direct)
  await buyer.type(fields.note, '下午来拿')
  await buyer.tap(save.direct)
  await buyer.seeNo(title.direct)
  await buyer.see('下午来拿')
  await accept()
  await buyer.see(next('accepted'))
  await buyer.tap(ordersWords.further, openAsk)
  await buyer.type(fields.note, '上午来拿')
  await buyer.tap(save.ask)
  await buyer.see(changeOrderWords.mine.asked)
  await buyer.see(changeOrderWords.row('note', '上午来拿'))
  await buyer.tap(changeOrderWords.withdraw)
  await buyer.see(changeOrderWords.mine.withdrawn)
}

/** Asks for the cancellation of an accepted order, and takes it back. */
async function askToCancel(buyer: WeappPhone, order: Order) {
  await buyer.tap(ordersWords.further, orderActionWords('ask-cancel', order, 'buyer'))
  const { title, no, yes } = ordersWords.question('ask-cancel', order)
  await buyer.see(title)
  await buyer.tap(no)
  await buyer.seeNo(title)
  await buyer.tap(ordersWords.further, orderActionWords('ask-cancel', order, 'buyer'), yes)
  await buyer.see(ordersWords.next.buyer({ ...order, afterSale: 'cancel-asked' }))
  await buyer.tap(ordersWords.further, orderActionWords('withdraw-cancel', order, 'buyer'))
  await buyer.see(next('accepted'))
}

/** Sends a claim with a photo, after the consent that WeChat wants first. */
async function sendClaim(buyer: WeappPhone) {
  const { form, reasons, wishes, what } = claimWords
  await buyer.tap(ordersWords.further, ordersWords.claim, form.send)
  await buyer.see(form.errors.reason)
  await buyer.tap(reasons.spoiled, wishes.refund)
  await buyer.type(form.amount, '3')
  await buyer.setNextPhoto(await takePhoto())
  await buyer.tap(photoFieldsWords.album, consentWords.agree)
  await expect(buyer.page.locator(`[aria-label="${photoFieldsWords.photo(1)}"]`)).toBeVisible()
  await buyer.type(form.text, '有两个坏了')
  await buyer.tap(form.send)
  await buyer.see(what({ reason: 'spoiled', wish: 'refund', amount: 300 }))
}

test.describe("a shop's own mini-program", LONG_RUN, () => {
  test('leads a buyer from the cart through changes and a claim to the deletion of the data', async ({
    browser,
    demoServer,
  }) => {
    await demoServer.reset()
    const shop = demoServer.shops().find(({ name }) => name === SHOP)
    if (!shop) throw new Error('the demo world has no such shop')
    const dist = await compileShop(shop.slug, demoServer.origin)
    const ownApp = { dist, appId: OWN_APPID }
    const buyer = await createOwnAppPhones(browser, demoServer, SCREENS.phone, ownApp)()
    const owner = await createVisitorPhones('h5', browser, demoServer, SCREENS.phone)()
    await becomeOwner(owner, shop)
    const { products } = await storefrontOf(owner, shop.slug)
    const [, good] = products
    await buyer.see(good?.name ?? '')
    await fillCart(buyer, good?.name ?? '', good?.skus[0]?.stock ?? 0)
    await placeOrder(buyer)
    const { shop: shopId = '', order: orderId = '' } = await buyer.params()
    const read = async () =>
      (await buyer.request<{ order: Order }>('GET', `/api/shops/${shopId}/orders/${orderId}`)).order
    const order = await read()
    await changeOrder(buyer, async () =>
      takeOrderStep(owner, order, 'accept', { detailsVersion: (await read()).detailsVersion ?? 0 }),
    )
    await askToCancel(buyer, await read())
    await takeOrderStep(owner, order, 'send')
    await buyer.see(next('underway'))
    await takeOrderStep(owner, order, 'finish')
    await buyer.see(next('done'))

    await sendClaim(buyer)
    await takeOrderStep(owner, order, 'offer', { amount: 100, note: '只坏了一个' })
    await buyer.see(claimWords.said('owner', '只坏了一个'))
    await buyer.tap(claimWords.action('accept-offer', 100))
    await buyer.tap(claimWords.question('accept-offer', false)?.yes ?? '')
    await buyer.see(claimWords.granted(100, 'agreed'))
    await takeOrderStep(owner, order, 'settle')

    await buyer.open('pages/storefront/shop', { slug: shop.slug })
    await buyer.tap(storefrontWords.end.orders)
    await buyer.see(ordersWords.mineState({ ...order, afterSale: 'settled', payment: 'due', state: 'done' }))
    await buyer.app.pullDown()
    await buyer.tap(ordersWords.privacy, myDataWords.copy.copy)
    await buyer.see(myDataWords.copy.says.copied)
    expect(await buyer.copied()).toMatch(/^http/)
    await buyer.tap(myDataWords.remove.ask)
    await buyer.see(myDataWords.remove.goes)
    await buyer.tap(myDataWords.remove.yes)
    await buyer.see(myDataWords.remove.done)
    expect(await buyer.errors()).toEqual([])
    for (const phone of [buyer, owner]) await phone.close()
    rmSync(dist, { recursive: true })
  })
  test('draws a long shop down to its end, and finds one of its goods', async ({ browser, sharedServer }) => {
    const { origin } = sharedServer.server
    const { slug, names } = await openLongShop(origin, { goods: 150 })
    const long = await compileShop(slug, origin)
    const app = await launchWeapp({ dist: long, browser, apiOrigin: origin, builtOrigin: origin })
    try {
      for (const name of [names.first, names.next]) await app.tap(`[aria-label="${goodsWords.add(name)}"]`)
      await app.waitText(cartWords.count(2))
      const last = app.page.getByText(names.last, { exact: true })
      await expect
        .poll(async () => {
          await app.page.evaluate(() => window.scrollBy(0, 500))
          return last.count()
        }, SCROLL)
        .toBe(1)
      await app.openPage(`/pages/storefront/shop?slug=${slug}`)
      await app.tap(`[aria-label="${storefrontWords.find}"]`)
      await app.fill(`[aria-label="${findGoodsWords.label}"]`, names.last)
      await app.waitText(names.last)
      await app.waitGone(names.first)
      expect(await app.errors()).toEqual([])
    } finally {
      await app.close()
      rmSync(long, { recursive: true })
    }
  })
})
