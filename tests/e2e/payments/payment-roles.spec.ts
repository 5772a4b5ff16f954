import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { WechatPayRole } from '@/domain/payment/payment-rights'
import { checkoutWords } from '@/locales/order/checkout'
import { paymentWords } from '@/locales/order/fulfilment'
import { ordersWords } from '@/locales/order/orders'
import { payForOtherWords, payLinkWords } from '@/locales/payment/pay-link'
import { payingWords } from '@/locales/payment/paying'
import { maintenance } from '../../support/maintenance-process'
import { runCompiler } from '../compiler/run-compiler'
import { DEMO_SHOP, fillPickupCheckout } from '../journey/pickup-checkout'
import { atTill } from '../journey/till'
import { LONG_RUN } from '../long-run'
import { SCREENS } from '../phone/phone'
import { payAtCashier } from '../phone/weapp-phone'
import { startWechatBrowser } from '../phone/wechat-browser'
import type { DemoServer, DemoShop } from '../screens/demo-server'
import { createOwnAppPhones, createVisitorPhones } from '../screens/visitors'
import { expect, test } from '../test'

/** The roles of WeChat Pay that `payments.spec.ts` leaves out, in browsers. */
const ROLES: readonly { role: WechatPayRole; merchant: string }[] = [
  { role: 'partner', merchant: '1900000101' },
  { role: 'direct', merchant: '1900000001' },
]
/** The second mini-program of the demo world. */
const OWN_APPID = 'wx0000000000000002'
/** The service account of the demo world. */
const SERVICE_APPID = 'wx0000000000000003'

const WECHAT = paymentWords('wechat', 'pickup')
const ORDER = { state: 'placed', fulfilment: 'pickup', afterSale: 'none' } as const
const wordsOf = (state: 'pending' | 'paid') =>
  ordersWords.next.buyer({ ...ORDER, payment: { method: 'wechat', state } })

/** Grants a shop another role, as an operator does. */
async function grantRole({ dataDir }: DemoServer, { slug }: DemoShop, wechat: object) {
  const folder = mkdtempSync(path.join(tmpdir(), 'kz-grants-'))
  const file = path.join(folder, 'grants.json')
  writeFileSync(file, JSON.stringify({ subject: 'company', wechat: { h5: true, browser: false, ...wechat } }))
  const { code, output } = await maintenance(['grant-payments', '--shop', slug, '--from', file], {
    DATA_DIR: dataDir,
  })
  rmSync(folder, { recursive: true })
  if (code !== 0) throw new Error(output)
}

for (const { role, merchant } of ROLES)
  test(
    `payment by WeChat Pay in the role ${role} on h5 is cancelled, then made`,
    LONG_RUN,
    async ({ demoServer, browser }) => {
      await demoServer.reset()
      const shop = demoServer.shops().find(({ name }) => name === DEMO_SHOP)
      if (!shop) throw new Error('the demo world has no such shop')
      await grantRole(demoServer, shop, { role, merchant })
      const buyer = await createVisitorPhones('h5', browser, demoServer, SCREENS.phone)()
      await fillPickupCheckout(buyer, shop.slug)
      await atTill(buyer, 'cancel', () => buyer.tap(checkoutWords.submit))
      await buyer.see(wordsOf('pending'))
      await atTill(buyer, 'pay', () => buyer.tap(payingWords.pay(WECHAT)))
      await buyer.see(wordsOf('paid'))
      expect(await buyer.errors()).toEqual([])
      await buyer.close()
    },
  )

test(
  'payment by WeChat Pay in a shop’s own mini-program is cancelled, then made by the buyer or another person',
  LONG_RUN,
  async ({ demoServer, browser }) => {
    await demoServer.reset()
    const shop = demoServer.shops().find(({ name }) => name === DEMO_SHOP)
    if (!shop) throw new Error('the demo world has no such shop')
    await grantRole(demoServer, shop, { role: 'partner', merchant: '1900000101', appid: OWN_APPID })
    const dist = mkdtempSync(path.join(tmpdir(), 'kz-own-app-'))
    const app = ['--api', demoServer.origin, '--appid', OWN_APPID, '--target', 'weapp', '--out', dist]
    const ran = await runCompiler('--shop', shop.slug, ...app)
    if (ran.code !== 0) throw new Error(ran.err)
    const startPhone = createOwnAppPhones(browser, demoServer, SCREENS.phone, { dist, appId: OWN_APPID })
    const [buyer, friend] = [await startPhone(), await startPhone()]
    for (const phone of [buyer, friend]) {
      await fillPickupCheckout(phone, shop.slug)
      await atTill(phone, 'cancel', () => phone.tap(checkoutWords.submit))
      await phone.see(wordsOf('pending'))
    }
    await atTill(buyer, 'pay', () => buyer.tap(payingWords.pay(WECHAT)))
    await buyer.see(wordsOf('paid'))

    await friend.tap(ordersWords.further, payingWords.byOther)
    await friend.see(payLinkWords.text)
    const { shop: shopId = '', order: orderId = '' } = await friend.params()
    const { payLinkKey } = await friend.request<{ payLinkKey: string }>(
      'GET',
      `/api/shops/${shopId}/orders/${orderId}`,
    )
    await buyer.open('/pay', { shop: shopId, order: orderId, key: payLinkKey })
    await buyer.see(payForOtherWords.lead(DEMO_SHOP))
    await atTill(buyer, 'pay', () => buyer.tap(payingWords.pay(WECHAT)))
    await buyer.see(payForOtherWords.state({ state: 'placed', payment: { method: 'wechat', state: 'paid' } }))
    await friend.restart()
    await friend.see(wordsOf('paid'))
    for (const phone of [buyer, friend]) {
      expect(await phone.errors()).toEqual([])
      await phone.close()
    }
    rmSync(dist, { recursive: true })
  },
)

test(
  'payment in the browser of WeChat signs the buyer in once, is cancelled, then made',
  LONG_RUN,
  async ({ demoServer, browser }) => {
    await demoServer.reset()
    const shop = demoServer.shops().find(({ name }) => name === DEMO_SHOP)
    if (!shop) throw new Error('the demo world has no such shop')
    await grantRole(demoServer, shop, { role: 'platform', merchant: '1900000101', browser: true })
    const wechat = await startWechatBrowser(browser, demoServer.origin)
    const { phone: buyer } = wechat
    const pages: URL[] = []
    buyer.page.on('request', (request) => {
      if (request.isNavigationRequest()) pages.push(new URL(request.url()))
    })
    await fillPickupCheckout(buyer, shop.slug)
    await buyer.tap(checkoutWords.submit)
    await buyer.see(payingWords.closed.cancelled)
    await buyer.see(wordsOf('pending'))

    const [signIn, returned] = pages.slice(-2)
    expect(Object.fromEntries(signIn?.searchParams ?? [])).toEqual({
      ...{ appid: SERVICE_APPID, response_type: 'code', scope: 'snsapi_base' },
      redirect_uri: buyer.page.url(),
    })
    expect(returned?.searchParams.get('code')).toMatch(/./)
    expect(Object.keys(await buyer.params()).sort()).toEqual(['order', 'shop'])

    wechat.tillOutcome = 'pay'
    await buyer.tap(payingWords.pay(WECHAT))
    await buyer.see(wordsOf('paid'))
    const [first = {}, second = {}] = wechat.opened
    expect(wechat.opened).toHaveLength(2)
    expect(second).toMatchObject({ appId: SERVICE_APPID, signType: 'RSA' })
    expect(pages.at(-1)).toBe(returned)
    await expect(payAtCashier(demoServer.origin, { ...first, nonceStr: 'another' })).rejects.toThrow(
      '支付验证签名失败',
    )
    const { shop: shopId, order: orderId } = await buyer.params()
    const { order } = await buyer.request<{ order: { payment: object } }>(
      'GET',
      `/api/shops/${shopId}/orders/${orderId}`,
    )
    expect(order.payment).toMatchObject({ method: 'wechat', state: 'paid' })
    expect(await buyer.errors()).toEqual([])
    await buyer.close()
  },
)
