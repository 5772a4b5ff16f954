import { toBuffer } from 'bwip-js/node'
import sharp from 'sharp'
import { orderActionWords } from '@/locales/order/order'
import { parcelWords } from '@/locales/order/parcel'
import { parcelFormWords as words } from '@/locales/order/parcel-form'
import { todayWords } from '@/locales/shop/today'
import { LONG_RUN } from './long-run'
import { SCREENS } from './phone/phone'
import { becomeOwner, changeSettings, takeOrderStep } from './screens/api'
import { payInApp } from './screens/paid-order'
import { createVisitorPhones } from './screens/visitors'
import { expect, test } from './test'

const WAYBILL = '78123456789012'

/** A photo of a waybill, taken sideways. */
const photoOfWaybill = async () =>
  sharp(await toBuffer({ bcid: 'code128', text: WAYBILL, scale: 4, height: 20, padding: 30 }))
    .rotate(90)
    .flatten({ background: '#ffffff' })
    .jpeg()
    .toBuffer()

const photoOfTable = () =>
  sharp({ create: { width: 600, height: 400, channels: 3, background: '#b08d57' } })
    .jpeg()
    .toBuffer()

test(
  'a seller photographs the bar code of a waybill instead of typing its number',
  LONG_RUN,
  async ({ browser, demoServer }) => {
    await demoServer.reset()
    const owner = await createVisitorPhones('h5', browser, demoServer, SCREENS.phone, 1)()
    const shop = demoServer.shops().find(({ name }) => name.includes('家乡山货铺'))
    if (!shop) throw new Error('the demo shop was expected')
    const shopId = await becomeOwner(owner, shop)
    await changeSettings(owner, shopId, { fulfilments: ['pickup', 'courier'] })
    const order = await payInApp(demoServer.origin, { slug: shop.slug, kind: 'courier' })
    for (const action of ['accept', 'send']) await takeOrderStep(owner, order, action)
    await owner.open('/merchant-order', { shop: shopId, order: order.id })
    await owner.tap(words.open)

    await owner.setNextPhoto(await photoOfTable())
    await owner.tap(words.photo)
    await owner.see(words.unread.none)
    await owner.setNextPhoto(await photoOfWaybill())
    await owner.tap(words.photo)
    await expect(owner.page.getByRole('textbox', { name: words.waybill })).toHaveValue(WAYBILL)
    await owner.tap(parcelWords.carriers.ZTO, words.confirm)
    await owner.see(parcelWords.line({ carrier: 'ZTO', waybill: WAYBILL }))
    await owner.see(parcelWords.site('ZTO'))
    expect(await owner.errors()).toEqual([])
    await owner.close()
  },
)

test(
  'a seller sends an order by courier and names its parcel in six taps from 今天',
  LONG_RUN,
  async ({ browser, demoServer }) => {
    await demoServer.reset()
    const owner = await createVisitorPhones('h5', browser, demoServer, SCREENS.phone)()
    const shop = demoServer.shops().find(({ name }) => name.includes('家乡山货铺'))
    if (!shop) throw new Error('the demo shop was expected')
    const shopId = await becomeOwner(owner, shop)
    await changeSettings(owner, shopId, { fulfilments: ['pickup', 'courier'] })
    const order = await payInApp(demoServer.origin, { slug: shop.slug, kind: 'courier' })
    await owner.open('/merchant', { shop: shopId })
    let taps = 0
    const tap = async (words: string) => {
      await owner.tap(words)
      taps++
    }
    await tap(todayWords.waiting.do)
    await owner.page.getByRole('link', { name: new RegExp(`(^|\\D)${order.number}\\D`) }).click()
    taps++
    for (const action of ['accept', 'send'] as const) await tap(orderActionWords(action, order, 'owner'))
    await owner.type(words.waybill, WAYBILL)
    await tap(parcelWords.carriers.ZTO)
    await tap(words.confirm)
    await owner.see(parcelWords.line({ carrier: 'ZTO', waybill: WAYBILL }))
    expect(taps).toBe(6)
    await owner.close()
  },
)
