import { failureWords } from '@/locales/zh-CN/failure'
import { homeWords } from '@/locales/zh-CN/home'
import { restoreWords } from '@/locales/zh-CN/key'
import { deskWords } from '@/locales/zh-CN/merchant-dashboard'
import { openedWords } from '@/locales/zh-CN/wizard'
import { H5Phone } from './phone/h5-phone'
import type { Phone } from './phone/phone'
import { WeappPhone } from './phone/weapp-phone'
import { openDesk, readKey, saveKeyPicture, seeRestored, tryKey } from './story/key'
import { ownedShops } from './story/owned'
import { readCode } from './story/read-code'
import { openShop } from './story/villager'
import { KINDS, startWorld, type World } from './story/world'

const SHOP = '成县核桃小店'
const KEY = /^([0-9A-HJKMNP-TV-Z]{4}-){4}[0-9A-HJKMNP-TV-Z]{4}$/
/** However long there is still to wait. */
const [TOO_MANY = ''] = restoreWords.tooMany(0).split('，')
const GUESSES = 10

/** A key of the right form that nobody has: the chance is one in 2^100. */
const guess = (n: number) => `ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZ${String(n).padStart(2, '0')}`

// each test has a server of its own, for wrong tries are counted by address
describe.each(KINDS)('the key, on %s', (kind) => {
  let world: World
  let seller: Phone
  let other: Phone

  beforeEach(async () => {
    world = await startWorld(kind)
    seller = await world.phone()
    other = await world.phone()
    await seller.open(world.frontDoor)
    await openShop(seller)
  })
  afterEach(async () => {
    await world?.close()
  })

  const shopsOf = async (phone: Phone) =>
    (await ownedShops(phone, world.network.origin)).map(({ name }) => name)

  /** The address on the key's picture, opened as a phone's camera does. */
  async function openKeyLink(phone: Phone, key: string) {
    if (phone.kind === 'h5') await phone.open(`${world.keyPage}#${key}`)
    else await phone.open(world.keyPage, { k: key })
    await phone.see(restoreWords.lead)
  }

  async function openKeyPage(phone: Phone) {
    await phone.open(world.keyPage)
    await phone.see(restoreWords.lead)
  }

  test('typed on another phone after the first one forgot everything: the shop is back, with a new key', async () => {
    const key = await readKey(seller)
    expect(key).toMatch(KEY)
    if (seller instanceof H5Phone) {
      await seller.clearStorage()
      await seller.open(world.frontDoor)
      await seller.see(homeWords.open.title)
      expect(await shopsOf(seller)).toEqual([])
    }
    await openKeyPage(other)
    await tryKey(other, key.toLowerCase().replace(/-/g, ' '))
    const next = await seeRestored(other, SHOP)
    expect(next).toMatch(KEY)
    expect(next).not.toBe(key)
    await openDesk(other, deskWords.tabs.today)
    expect(await shopsOf(other)).toEqual([SHOP])

    // the old key is used up, the new one is good
    const third = await world.phone()
    await openKeyPage(third)
    await tryKey(third, key)
    await third.see(failureWords['key-used'])
    await third.see(restoreWords.usedHint)
    expect(await shopsOf(third)).toEqual([])
    await tryKey(third, next)
    await seeRestored(third, SHOP)
    for (const phone of [seller, other, third]) expect(await phone.errors()).toEqual([])
  })

  test('by its address; a phone that is lost can no longer manage the shop', async () => {
    const key = await readKey(seller)
    await openKeyLink(other, key)
    if (other instanceof H5Phone) expect(other.page.url()).not.toContain(key)
    await other.tap(restoreWords.submit)
    await seeRestored(other, SHOP)

    await seller.tap(openedWords.manage)
    await seller.see(deskWords.tabs.today)
    await other.tap(restoreWords.lost)
    await other.see(restoreWords.lostDone)
    await seller.restart()
    await seller.see(deskWords.goneTitle)
    expect(await shopsOf(seller)).toEqual([])
    await openDesk(other, deskWords.tabs.today)
    expect(await shopsOf(other)).toEqual([SHOP])
  })

  test('by its picture', async () => {
    const key = await readKey(seller)
    const picture = await saveKeyPicture(seller)
    expect(picture.subarray(1, 4).toString()).toBe('PNG')
    const code = await readCode(picture)
    expect(new URL(code).pathname + new URL(code).hash).toBe(`/key#${key}`)
    await openKeyPage(other)
    if (other instanceof WeappPhone) {
      await other.app.setScan(code)
      await other.tap(restoreWords.scan)
    } else {
      await other.willPhotograph(picture)
      await other.tap(restoreWords.album)
    }
    await other.see(restoreWords.submit)
    await other.seeNo(restoreWords.example)
    await other.tap(restoreWords.submit)
    await seeRestored(other, SHOP)
  })

  test('says that a key is wrong, slows guesses down after ten, and always takes the right key', async () => {
    const key = await readKey(seller)
    await openKeyPage(other)
    const tries = () => world.network.passed.filter(({ body }) => body.includes('"provider":"key"'))
    /** Tries a key and waits until this try, and not the one before, is answered on screen. */
    const tryAndSee = async (tried: string, words: string) => {
      const before = tries().length
      await tryKey(other, tried)
      while (tries().length === before) await new Promise((resolve) => setTimeout(resolve, 20))
      await other.seeNo(restoreWords.busy)
      await other.see(words)
    }
    for (let n = 0; n < GUESSES; n++) await tryAndSee(guess(n), failureWords['key-wrong'])
    await tryAndSee(guess(GUESSES), TOO_MANY)
    expect(await shopsOf(other)).toEqual([])
    expect(await shopsOf(seller)).toEqual([SHOP])
    await tryKey(other, key)
    await seeRestored(other, SHOP)
    expect(tries().map(({ status }) => status)).toEqual([...Array(GUESSES).fill(403), 429, 200])
  })
})
