import { homeWords } from '@/locales/zh-CN/home'
import { lookQuestionWords, openedWords, publishWords } from '@/locales/zh-CN/wizard'
import { H5Phone } from './phone/h5-phone'
import type { Phone } from './phone/phone'
import { ownedShops } from './story/owned'
import { killAndComeBack, pageBack, questionBack } from './story/steps'
import {
  acceptTerms,
  chooseTrade,
  pressOpen,
  seeOpened,
  setPrice,
  startWizard,
  takeProductPhoto,
} from './story/villager'
import { KINDS, startWorld, type World } from './story/world'

const SHOP_PATH = /^\/api\/shops\/[0-9A-Z]{26}$/
const PHOTO_PATH = /^\/api\/photos\//

/** Longer than the app's first pauses between its own tries. */
const A_WHILE = 5000
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

describe.each(KINDS)('without a network, on %s', (kind) => {
  let world: World
  let phone: Phone

  beforeAll(async () => {
    world = await startWorld(kind)
  })
  afterAll(async () => {
    await world?.close()
  })
  beforeEach(async () => {
    phone = await world.phone()
  })
  afterEach(async () => {
    await phone.close()
  })

  const shops = () => ownedShops(phone, world.network.origin)

  /** Requests to open a shop since this was called. */
  function watchOpenings() {
    const from = world.network.passed.length
    return () =>
      world.network.passed.slice(from).filter(({ method, path }) => method === 'PUT' && SHOP_PATH.test(path))
  }

  async function upToTrade() {
    await phone.open(world.frontDoor)
    await startWizard(phone)
    await chooseTrade(phone)
  }

  async function upToLook() {
    await takeProductPhoto(phone)
    await setPrice(phone, '25')
    await acceptTerms(phone)
  }

  async function openInVain() {
    await pressOpen(phone)
    await phone.see(publishWords.waitingTitle('offline'))
    await phone.see('现在还没开张')
  }

  async function expectOneShop(price = 2500) {
    const [shop, ...others] = await shops()
    expect(others).toEqual([])
    expect(shop).toMatchObject({ name: '成县核桃小店' })
    expect(shop?.products).toHaveLength(1)
    expect(shop?.products[0]).toMatchObject({ name: '成县核桃', skus: [{ price }] })
    expect(shop?.products[0]?.photos).toHaveLength(1)
    return shop
  }

  test('cut after the trade: the shop waits, says so, and opens by itself exactly once', async () => {
    await upToTrade()
    await phone.cutNetwork()
    const openings = watchOpenings()
    await upToLook()
    await openInVain()
    await pause(A_WHILE)
    await phone.see('现在还没开张')
    expect(openings()).toEqual([])
    expect(await shops()).toEqual([])

    await phone.restoreNetwork()
    const slug = await seeOpened(phone)
    expect((await expectOneShop())?.slug).toBe(slug)
    await pause(A_WHILE)
    expect(openings().map(({ status }) => status)).toEqual([200])
    await expectOneShop()
    expect(await phone.errors()).toEqual([])
  })

  test('cut after the trade and back before 开张: opens as ever', async () => {
    await upToTrade()
    await phone.cutNetwork()
    await takeProductPhoto(phone)
    await setPrice(phone, '25')
    await phone.restoreNetwork()
    await acceptTerms(phone)
    const openings = watchOpenings()
    await phone.tap(lookQuestionWords.open)
    await phone.tapTwice(lookQuestionWords.openYes)
    await seeOpened(phone)
    expect(openings()).toHaveLength(1)
    await expectOneShop()
  })

  test('lost replies, of the photo and of the shop: the same is sent again, and it is one shop', async () => {
    await upToTrade()
    await upToLook()
    const openings = watchOpenings()
    world.network.loseReply('POST', PHOTO_PATH)
    world.network.loseReply('PUT', SHOP_PATH)
    await pressOpen(phone)
    await seeOpened(phone)
    const sent = openings()
    expect(sent).toHaveLength(2)
    expect(sent[1]?.body).toBe(sent[0]?.body)
    expect(sent[1]?.path).toBe(sent[0]?.path)
    await expectOneShop()
  })

  test('a lost reply, and the price changed meanwhile: one shop, at the price that is said', async () => {
    await upToTrade()
    await upToLook()
    world.network.loseReply('PUT', SHOP_PATH)
    await pressOpen(phone)
    await phone.see(publishWords.waitingTitle('unavailable'))
    await phone.cutNetwork()
    await phone.tap(publishWords.edit)
    await questionBack(phone)
    await questionBack(phone)
    await setPrice(phone, '0')
    await acceptTerms(phone)
    await openInVain()
    await phone.restoreNetwork()
    await seeOpened(phone)
    const [shop, ...others] = await shops()
    expect(others).toEqual([])
    const price = (shop?.products[0]?.skus[0]?.price ?? 0) / 100
    await phone.see(openedWords.earlier)
    await phone.see(`¥${price}/斤`)
  })

  test('killed after 开张 and opened again where it was: opens by itself', async () => {
    await upToTrade()
    await phone.cutNetwork()
    await upToLook()
    await openInVain()
    if (phone instanceof H5Phone) {
      await phone.kill()
      await phone.restoreNetwork()
      await phone.launch(`${world.network.origin}/open`)
    } else {
      await phone.restart()
      await phone.see('现在还没开张')
      expect(await shops()).toEqual([])
      await phone.restoreNetwork()
    }
    await seeOpened(phone)
    await expectOneShop()
  })

  test('killed after 开张 and opened again at the front door: opens by itself', async () => {
    await upToTrade()
    await phone.cutNetwork()
    await upToLook()
    await openInVain()
    await killAndComeBack(phone, world.frontDoor)
    await seeOpened(phone)
    await expectOneShop()
  })

  test('left for the front door while it waits: that says so, and shows the shop once it is open', async () => {
    await upToTrade()
    await phone.cutNetwork()
    await upToLook()
    await openInVain()
    await pageBack(phone)
    await phone.see(homeWords.waitingToOpen.title)
    await phone.restoreNetwork()
    await seeOpened(phone)
    await expectOneShop()
  })
})
