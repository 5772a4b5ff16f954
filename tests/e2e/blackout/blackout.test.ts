import { oldWords } from '@/locales/zh-CN/cached-shop'
import { cartWords } from '@/locales/zh-CN/cart'
import { checkoutWords } from '@/locales/zh-CN/checkout'
import { failureWords } from '@/locales/zh-CN/failure'
import { sectionWords } from '@/locales/zh-CN/sections'
import type { Phone } from '../phone/phone'
import { visitShop } from '../story/buyer'
import { KINDS, startWorld, type World } from '../story/world'
import { shopKept } from './kept'
import { GOOD, NEW_PRICE, openVillageShop, PRICE, SHOP_PHONE } from './village-shop'

/** The beginning of the notice; the moment in it is left out, because midnight may pass meanwhile. */
const AGO = { offline: '没有网络，这是', unavailable: '店里的机器没应声，这是' }

describe.each(KINDS)('a shop seen before, on %s', (kind) => {
  let world: World
  let phone: Phone
  let shop: Awaited<ReturnType<typeof openVillageShop>>

  beforeEach(async () => {
    world = await startWorld(kind, 'SQLite', { RATE_LIMIT: 'off' })
    shop = await openVillageShop(world.server.origin)
    phone = await world.phone()
    await visitShop(phone, shop.slug)
    await phone.tap(sectionWords.goods.add(GOOD, 0))
    await shopKept(phone, shop.slug)
  })
  afterEach(async () => {
    expect(await phone.errors()).toEqual([])
    await world.close()
  })

  /** Sees the shop with its old price, the phone, the cart and an order that cannot be placed, each with the reason. */
  async function seeTheShopAsItWas(code: keyof typeof AGO) {
    await phone.see(AGO[code])
    await phone.see(oldWords.call(SHOP_PHONE))
    await phone.see(PRICE)
    await phone.see(cartWords.count(1))
    await phone.tap(GOOD)
    await phone.see(AGO[code])
    await visitShop(phone, shop.slug)
    await phone.tap(cartWords.order)
    await phone.see(oldWords.order({ code }))
    await phone.see(checkoutWords.submit)
    await visitShop(phone, shop.slug)
    await phone.see(AGO[code])
  }

  /** The page finds out by itself. */
  async function seeTheNewPrice() {
    await phone.see(NEW_PRICE, 60_000)
    for (const words of Object.values(AGO)) await phone.seeNo(words)
    await phone.see(cartWords.count(1))
  }

  test('is there with its last prices and its phone without a network, and new when it returns', async () => {
    await phone.cutNetwork()
    await shop.raisePrice()
    await phone.restart()
    await seeTheShopAsItWas('offline')
    await phone.restoreNetwork()
    await seeTheNewPrice()
  })

  test('is there while the server is dead, and new when that is back', async () => {
    await shop.raisePrice()
    await world.server.stop('SIGKILL')
    await phone.restart()
    await seeTheShopAsItWas('unavailable')
    await world.server.restart()
    await seeTheNewPrice()
  })

  test('another shop is not there, says so, and is once the network returns', async () => {
    const other = await openVillageShop(world.server.origin)
    await phone.cutNetwork()
    await visitShop(phone, other.slug)
    await phone.see(failureWords.offline)
    await phone.restoreNetwork()
    await phone.see(PRICE, 60_000)
  })
})
