import { checkoutWords } from '@/locales/order/checkout'
import { ordersWords } from '@/locales/order/orders'
import { applicationWords as words } from '@/locales/payment/payment-application'
import {
  AUDIT_TIMEOUT_MS,
  answerAsGrower,
  fillApplication,
  seeUploaded,
  sendApplication,
} from '../journey/apply'
import { fillPickupCheckout } from '../journey/pickup-checkout'
import { atTill } from '../journey/till'
import { LONG_RUN } from '../long-run'
import { SCREENS } from '../phone/phone'
import { becomeOwner } from '../screens/api'
import { createVisitorPhones } from '../screens/visitors'
import { expect, test } from '../test'

for (const kind of ['h5', 'weapp'] as const)
  test(
    `application to WeChat Pay on ${kind} is filled in, restored after a restart, sent and signed`,
    LONG_RUN,
    async ({ demoServer, browser }) => {
      await demoServer.reset()
      const demoShop = demoServer.shops().find(({ name }) => name === '下街土货店')
      if (!demoShop) throw new Error('the demo world has no such shop')
      const createPhone = createVisitorPhones(kind, browser, demoServer, SCREENS.phone)
      const owner = await createPhone()
      const shop = await becomeOwner(owner, demoShop)
      await owner.open('/payments', { shop })
      await answerAsGrower(owner)
      await fillApplication(owner)
      await owner.restart()
      await seeUploaded(owner, 2)
      await sendApplication(owner)
      await owner.see(words.states.auditing)
      await owner.see(words.states.signing, AUDIT_TIMEOUT_MS)
      const [address = ''] = /http\S+\/simulator\/sign\?applyment=\d+/.exec(await owner.text()) ?? []
      const signing = await fetch(address.split('?')[0] ?? '', {
        method: 'POST',
        body: new URLSearchParams(`${address.split('?')[1]}&outcome=sign`),
      })
      expect(await signing.text()).toContain('签好了')
      await owner.see(words.states.accepted, AUDIT_TIMEOUT_MS)
      expect(await owner.errors()).toEqual([])
      if (kind === 'weapp') {
        const buyer = await createPhone()
        await fillPickupCheckout(buyer, demoShop.slug, '散养土鸡')
        await atTill(buyer, 'pay', () => buyer.tap(checkoutWords.submit))
        const order = { state: 'placed', fulfilment: 'pickup', afterSale: 'none' } as const
        await buyer.see(ordersWords.next.buyer({ ...order, payment: { method: 'wechat', state: 'paid' } }))
        await buyer.close()
      }
      await owner.close()
    },
  )
