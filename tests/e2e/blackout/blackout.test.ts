import { cartWords } from '@/words/zh/cart'
import { checkoutWords } from '@/words/zh/checkout'
import { failureWords } from '@/words/zh/failure'
import { oldWords } from '@/words/zh/old-shop'
import { sectionWords } from '@/words/zh/sections'
import type { Phone } from '../phone/phone'
import { visitShop } from '../story/buyer'
import { KINDS, startWorld, type World } from '../story/world'
import { shopKept } from './kept'
import { GOOD, NEW_PRICE, openVillageShop, PRICE, SHOP_PHONE } from './village-shop'

/** Whatever time it is: midnight may pass meanwhile. */
const AGO = '没有网络，这是'

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

  /** What there is without a network: the shop with its old price, the phone, the cart, an order that says how it is. */
  async function seeTheShopAsItWas() {
    await phone.see(AGO)
    await phone.see(oldWords.call(SHOP_PHONE))
    await phone.see(PRICE)
    await phone.see(cartWords.count(1))
    await phone.tap(GOOD)
    await phone.see(AGO)
    await visitShop(phone, shop.slug)
    await phone.tap(cartWords.order)
    await phone.see(oldWords.order({ code: 'offline' }))
    await phone.see(checkoutWords.submit)
    await visitShop(phone, shop.slug)
    await phone.see(AGO)
  }

  /** The page finds out by itself. */
  async function seeTheNewPrice() {
    await phone.see(NEW_PRICE, 60_000)
    await phone.seeNo(AGO)
    await phone.see(cartWords.count(1))
  }

  test('is there with its last prices and its phone without a network, and new when it returns', async () => {
    await phone.cutNetwork()
    await shop.raisePrice()
    await phone.restart()
    await seeTheShopAsItWas()
    await phone.restoreNetwork()
    await seeTheNewPrice()
  })

  test('is there while the server is dead, and new when that is back', async () => {
    await shop.raisePrice()
    await world.server.stop('SIGKILL')
    await phone.restart()
    await seeTheShopAsItWas()
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
