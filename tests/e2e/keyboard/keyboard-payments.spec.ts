import { ordersWords } from '@/locales/order/orders'
import { payForOtherWords, payLinkWords } from '@/locales/payment/pay-link'
import { payingWords } from '@/locales/payment/paying'
import { LONG_RUN } from '../long-run'
import { SCREENS } from '../phone/phone'
import { becomeOwner, changeSettings, placeOrder, signIn, takeOrderStep } from '../screens/api'
import type { DemoServer } from '../screens/demo-server'
import { payInApp } from '../screens/paid-order'
import { expect, test } from '../test'
import { offerPart, sendClaim, settleClaim } from './claim-steps'
import { KeyboardPhone } from './keyboard-phone'
import { nameParcel, readLedger, readPaymentGuide, refundPart } from './seller-money-steps'

let phones: KeyboardPhone[]
let start: () => Promise<KeyboardPhone>

test.beforeEach(async ({ browser, demoServer }) => {
  await demoServer.reset()
  phones = []
  start = async () => {
    const phone = await KeyboardPhone.start(browser, demoServer.origin, SCREENS.phone)
    phones.push(phone)
    return phone
  }
})
test.afterEach(async () => {
  for (const phone of phones) await phone.close()
})

function shopOf({ shops }: DemoServer, name: string) {
  const shop = shops().find((one) => one.name.includes(name))
  if (!shop) throw new Error(`no demo shop is called ${name}`)
  return shop
}

async function expectNoIssues(found: string[]) {
  for (const phone of phones) expect(await phone.errors()).toEqual([])
  expect([...found, ...phones.flatMap(({ issues }) => [...issues])]).toEqual([])
}

test('keyboard sends a claim, offers a part, accepts and settles it', LONG_RUN, async ({ demoServer }) => {
  const shop = shopOf(demoServer, '下街土货店')
  const [owner, buyer] = [await start(), await start()]
  await becomeOwner(owner, shop)
  await signIn(buyer)
  const goods: [number, number][] = [
    [1, 2],
    [3, 1],
  ]
  const order = await placeOrder(buyer, { slug: shop.slug, goods, kind: 'pickup' })
  for (const action of ['accept', 'send', 'finish']) await takeOrderStep(owner, order, action)
  await expectNoIssues([
    ...(await sendClaim(buyer, order)),
    ...(await offerPart(owner, order)),
    ...(await settleClaim(buyer, owner, order)),
  ])
})

test(
  'keyboard reads the ledger, names a parcel, refunds a part and reads the payment guide',
  LONG_RUN,
  async ({ demoServer }) => {
    const shop = shopOf(demoServer, '家乡山货铺')
    const owner = await start()
    const shopId = await becomeOwner(owner, shop)
    await changeSettings(owner, shopId, { fulfilments: ['pickup', 'courier'] })
    const order = await payInApp(demoServer.origin, { slug: shop.slug, kind: 'courier' })
    for (const action of ['accept', 'send']) await takeOrderStep(owner, order, action)
    const withoutPapers = await start()
    const otherShop = await becomeOwner(withoutPapers, shopOf(demoServer, '下街土货店'))
    await expectNoIssues([
      ...(await readLedger(owner, order)),
      ...(await nameParcel(owner, order)),
      ...(await refundPart(owner)),
      ...(await readPaymentGuide(withoutPapers, otherShop)),
    ])
  },
)

test('keyboard copies a payment link, whose payer opens the till', LONG_RUN, async ({ demoServer }) => {
  const { slug } = shopOf(demoServer, '家乡山货铺')
  const [buyer, payer] = [await start(), await start()]
  await signIn(buyer)
  const order = await placeOrder(buyer, { slug, goods: [[0, 1]], kind: 'pickup', method: 'wechat' })
  const path = { shop: order.shopId, order: order.id }
  await buyer.open('/order', path)
  await buyer.tap(ordersWords.further, payingWords.byOther)
  await buyer.see(payLinkWords.text)
  await buyer.tap(payLinkWords.copy)
  await buyer.see(payLinkWords.copied)
  await payer.page.goto(await buyer.copied())
  await payer.see(payForOtherWords.unsure)
  await payer.tap(payingWords.pay('微信支付'))
  await payer.see('这是演示用的收银台，不收真钱。')
  await expectNoIssues([])
})
