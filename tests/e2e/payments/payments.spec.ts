import { checkoutWords } from '@/locales/order/checkout'
import { paymentWords } from '@/locales/order/fulfilment'
import { ordersWords } from '@/locales/order/orders'
import { sellerOrdersWords } from '@/locales/order/seller-orders'
import { payForOtherWords, payLinkWords } from '@/locales/payment/pay-link'
import { payingWords } from '@/locales/payment/paying'
import { refundPartWords } from '@/locales/payment/refund-part'
import { refundsWords } from '@/locales/payment/refunds'
import { newId } from '../../support/api-client'
import { fillPickupCheckout, DEMO_SHOP as SHOP } from '../journey/pickup-checkout'
import { KINDS } from '../journey/test-environment'
import { atTill, payAtTill, type Till } from '../journey/till'
import { LONG_RUN, longRunUnless } from '../long-run'
import { type InspectablePhone, SCREENS } from '../phone/phone'
import { becomeOwner } from '../screens/api'
import type { DemoShop } from '../screens/demo-server'
import { createVisitorPhones } from '../screens/visitors'
import { expect, test } from '../test'

const WECHAT = paymentWords('wechat', 'pickup')
const ALIPAY = paymentWords('alipay', 'pickup')
const PAY = payingWords.pay(WECHAT)
const ORDER = { state: 'placed', fulfilment: 'pickup', afterSale: 'none' } as const
const UNPAID = ordersWords.next.buyer({ ...ORDER, payment: { method: 'wechat', state: 'pending' } })
const WAITING = ordersWords.next.buyer({ ...ORDER, payment: { method: 'wechat', state: 'paid' } })

const press = (phone: InspectablePhone, words: string) => () => phone.tap(words)

for (const kind of KINDS)
  test.describe(`payment by WeChat Pay on ${kind}`, () => {
    let shop: DemoShop
    let startPhone: () => Promise<InspectablePhone>
    test.beforeEach(async ({ demoServer, browser }) => {
      await demoServer.reset()
      const found = demoServer.shops().find(({ name }) => name === SHOP)
      if (!found) throw new Error('the demo world has no such shop')
      shop = found
      startPhone = createVisitorPhones(kind, browser, demoServer, SCREENS.phone)
    })

    test(
      'is made after a cancelled attempt, returned in part, and in full when the shop cancels the order',
      longRunUnless(kind === 'weapp'),
      async () => {
        const [buyer, owner] = [await startPhone(), await startPhone()]
        await becomeOwner(owner, shop)
        await fillPickupCheckout(buyer, shop.slug)
        await atTill(buyer, 'cancel', press(buyer, checkoutWords.submit))
        await buyer.see(UNPAID)
        await atTill(buyer, 'pay', press(buyer, PAY))
        await buyer.see(WAITING)
        const { shop: shopId = '', order: orderId = '' } = await buyer.params()
        const steps = `/api/shops/${shopId}/orders/${orderId}/steps`
        await owner.request('POST', steps, { id: newId(), action: 'accept' })
        await owner.open('/merchant-order', { shop: shopId, order: orderId })
        await owner.see(
          sellerOrdersWords.next({
            ...{ state: 'accepted', fulfilment: 'pickup', afterSale: 'none' },
            payment: { method: 'wechat', state: 'paid' },
          }),
        )
        await owner.tap(ordersWords.further, refundPartWords.open)
        await owner.type(refundPartWords.amount, '5')
        await owner.type(refundPartWords.note, '少装了一个')
        await owner.tap(refundPartWords.confirm(500))
        await owner.see(refundPartWords.done)
        await owner.tap(ordersWords.further, '做不了，取消')
        await owner.see('买家会看到取消了，货加回去，钱原路退给买家。取消了就回不来，先给买家打个电话吧。')
        await owner.tap('取消这一单')
        const stateOfPayment = async () =>
          (await buyer.request<{ order: Paid }>('GET', `/api/shops/${shopId}/orders/${orderId}`)).order
            .payment.state
        await expect.poll(stateOfPayment, { timeout: 30_000 }).toBe('refunded')
        await buyer.restart()
        await buyer.see('这一单取消了，钱已经退回付款的账户。')
        await buyer.see(refundsWords.line({ amount: 500, state: 'done', note: '少装了一个' }))
        await buyer.see(refundsWords.line({ amount: 2000, state: 'done' }))
        for (const phone of [buyer, owner]) {
          expect(await phone.errors()).toEqual([])
          await phone.close()
        }
      },
    )

    test('is made by another person through the buyer’s link', LONG_RUN, async () => {
      const [buyer, payer] = [await startPhone(), await startPhone()]
      await fillPickupCheckout(buyer, shop.slug)
      await atTill(buyer, 'cancel', press(buyer, checkoutWords.submit))
      await buyer.tap(ordersWords.further, payingWords.byOther)
      await buyer.see(payLinkWords.text)
      const { shop: shopId = '', order: orderId = '' } = await buyer.params()
      const path = `/api/shops/${shopId}/orders/${orderId}`
      const { payLinkKey } = await buyer.request<{ payLinkKey: string }>('GET', path)
      await payer.open('/pay', { shop: shopId, order: orderId, key: payLinkKey })
      await payer.see(payForOtherWords.lead(SHOP))
      await atTill(payer, 'pay', press(payer, PAY))
      await payer.see(
        payForOtherWords.state({ state: 'placed', payment: { method: 'wechat', state: 'paid' } }),
      )
      await buyer.restart()
      await buyer.see(WAITING)
      for (const phone of [buyer, payer]) {
        expect(await phone.errors()).toEqual([])
        await phone.close()
      }
    })

    test('is made once when two phones of a buyer pay at the same time', LONG_RUN, async ({ demoServer }) => {
      const buyer = await startPhone()
      await fillPickupCheckout(buyer, shop.slug)
      await atTill(buyer, 'cancel', press(buyer, checkoutWords.submit))
      await buyer.see(UNPAID)
      const { shop: shopId = '', order: orderId = '' } = await buyer.params()
      const path = `/api/shops/${shopId}/orders/${orderId}`
      // the second phone of the same person begins a payment of its own
      const place = kind === 'h5' ? 'browser' : 'shared-app'
      const returnUrl = kind === 'h5' ? { returnUrl: `${demoServer.origin}/order` } : {}
      const { till } = await buyer.request<{ till: Till }>('PUT', `${path}/payments/${newId()}`, {
        place,
        ...returnUrl,
      })
      await atTill(buyer, 'pay', press(buyer, PAY))
      await payAtTill(demoServer.origin, till)
      await buyer.see(WAITING)
      await expect
        .poll(async () => (await buyer.request<{ order: Paid }>('GET', path)).order.payment.state, {
          timeout: 20_000,
        })
        .toBe('paid')
      await buyer.close()
    })

    test(
      'is made once when another person pays through the link as well, whose money is returned',
      LONG_RUN,
      async ({ demoServer }) => {
        const [buyer, payer] = [await startPhone(), await startPhone()]
        await fillPickupCheckout(buyer, shop.slug)
        await atTill(buyer, 'cancel', press(buyer, checkoutWords.submit))
        await buyer.see(UNPAID)
        const { shop: shopId = '', order: orderId = '' } = await buyer.params()
        const path = `/api/shops/${shopId}/orders/${orderId}`
        const { payLinkKey } = await buyer.request<{ payLinkKey: string }>('GET', path)
        // the till of the other person is open before the buyer pays
        const attempt = `${path}/pay-links/${payLinkKey}/attempts/${newId()}`
        const place = kind === 'h5' ? 'browser' : 'shared-app'
        const returnUrl = kind === 'h5' ? { returnUrl: `${demoServer.origin}/order` } : {}
        const { till } = await payer.request<{ till: Till }>('PUT', attempt, { place, ...returnUrl })
        await atTill(buyer, 'pay', press(buyer, PAY))
        await buyer.see(WAITING)
        await payAtTill(demoServer.origin, till)
        const paymentOfOther = async () => (await payer.request<{ payment: object }>('GET', attempt)).payment
        await expect
          .poll(paymentOfOther, { timeout: 30_000 })
          .toMatchObject({ state: 'paid', returned: 'done' })
        expect((await buyer.request<{ order: Paid }>('GET', path)).order.payment.state).toBe('paid')
        for (const phone of [buyer, payer]) await phone.close()
      },
    )
  })

test('payment by Alipay on h5 is made after its page was left once', async ({ demoServer, browser }) => {
  await demoServer.reset()
  const slug = demoServer.shops().find(({ name }) => name === SHOP)?.slug ?? ''
  const buyer = await createVisitorPhones('h5', browser, demoServer, SCREENS.phone)()
  await fillPickupCheckout(buyer, slug)
  await buyer.tap(ALIPAY, checkoutWords.submit)
  await buyer.see('这是演示用的收银台，不收真钱。')
  await buyer.page.goBack()
  await buyer.see(UNPAID)
  await atTill(buyer, 'pay', press(buyer, payingWords.pay(ALIPAY)))
  await buyer.see(WAITING)
  expect(await buyer.errors()).toEqual([])
  await buyer.close()
})

interface Paid {
  payment: { state: string }
}
