import { readFile } from 'node:fs/promises'
import { failureWords } from '@/locales/failure'
import { homeWords } from '@/locales/shop/home'
import { keyWords, restoreWords } from '@/locales/shop/key'
import { merchantDashboardWords } from '@/locales/shop/merchant-dashboard'
import { openedWords } from '@/locales/shop/wizard'
import { ownedShops } from './journey/owned-shops'
import { readQrCode } from './journey/read-qr-code'
import { KINDS, type TestEnvironment } from './journey/test-environment'
import { openShop } from './journey/wizard'
import { LONG_RUN } from './long-run'
import { H5Phone } from './phone/h5-phone'
import type { Phone } from './phone/phone'
import { WeappPhone } from './phone/weapp-phone'
import { expect, test } from './test'

/** Reads the printed key on the current screen. */
async function readKey(phone: Phone): Promise<string> {
  await phone.tap(keyWords.show)
  await phone.see(keyWords.hide)
  const [first, second] = (await phone.text()).match(/\b[0-9A-Z]{4}(-[0-9A-Z]{4}){1,2}\b/g) ?? []
  return `${first}-${second}`
}

/** Saves the key's picture and returns it from the album. */
async function saveKeyPicture(phone: Phone): Promise<Buffer> {
  if (phone instanceof H5Phone) {
    const download = phone.page.waitForEvent('download')
    await phone.tap(keyWords.save)
    await phone.see(keyWords.saved)
    return readFile(await (await download).path())
  }
  await phone.tap(keyWords.save)
  await phone.see(keyWords.saved)
  const picture = phone instanceof WeappPhone ? (await phone.app.album()).at(-1) : undefined
  if (!picture) throw new Error('no picture is in the album')
  return picture
}

/** Types a key and submits it. */
async function tryKey(phone: Phone, key: string) {
  await phone.type(restoreWords.field, key)
  await phone.tap(restoreWords.submit)
}

/** Expects the restored shop and returns its new key. */
async function seeRestored(phone: Phone, shopName: string): Promise<string> {
  await phone.see(restoreWords.found)
  await phone.see(restoreWords.foundText(shopName))
  return readKey(phone)
}

/** Opens the dashboard of the restored shop. */
async function openDashboard(phone: Phone, expected: string) {
  await phone.tap(restoreWords.manage)
  await phone.see(expected)
}

const SHOP = '成县核桃小店'
const KEY = /^([0-9A-HJKMNP-TV-Z]{4}-){4}[0-9A-HJKMNP-TV-Z]{4}$/
/** The beginning of the message, without the remaining time. */
const [TOO_MANY = ''] = restoreWords.tooMany(0).split('，')
const GUESSES = 10

/** A well-formed key that does not exist; the probability of a match is 2^-100. */
const guess = (n: number) => `ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZ${String(n).padStart(2, '0')}`

// each test has its own server, because failed attempts are counted by address
for (const kind of KINDS)
  test.describe(`shop key on ${kind}`, () => {
    test.use({ kind })
    let environment: TestEnvironment
    let seller: Phone
    let other: Phone

    test.beforeEach(async ({ ownEnvironment }) => {
      environment = ownEnvironment
      seller = await environment.phone()
      other = await environment.phone()
      await seller.open(environment.homePath)
      await openShop(seller)
    })

    const shopsOf = async (phone: Phone) =>
      (await ownedShops(phone, environment.network.origin)).map(({ name }) => name)

    /** Opens the link of the key's QR code as a phone's camera does. */
    async function openKeyLink(phone: Phone, key: string) {
      if (phone.kind === 'h5') await phone.open(`${environment.keyPage}#${key}`)
      else await phone.open(environment.keyPage, { k: key })
      await phone.see(restoreWords.lead)
    }

    async function openKeyPage(phone: Phone) {
      await phone.open(environment.keyPage)
      await phone.see(restoreWords.lead)
    }

    test('restores the shop on another phone when typed and is replaced by a new key', LONG_RUN, async () => {
      const key = await readKey(seller)
      expect(key).toMatch(KEY)
      if (seller instanceof H5Phone) {
        await seller.clearStorage()
        await seller.open(environment.homePath)
        await seller.see(homeWords.open.title)
        expect(await shopsOf(seller)).toEqual([])
      }
      await openKeyPage(other)
      await tryKey(other, key.toLowerCase().replace(/-/g, ' '))
      const next = await seeRestored(other, SHOP)
      expect(next).toMatch(KEY)
      expect(next).not.toBe(key)
      await openDashboard(other, merchantDashboardWords.tabs.today)
      expect(await shopsOf(other)).toEqual([SHOP])

      // the old key is used up, the new one works
      const third = await environment.phone()
      await openKeyPage(third)
      await tryKey(third, key)
      await third.see(failureWords['key-used'])
      await third.see(restoreWords.usedHint)
      expect(await shopsOf(third)).toEqual([])
      await tryKey(third, next)
      await seeRestored(third, SHOP)
      for (const phone of [seller, other, third]) expect(await phone.errors()).toEqual([])
    })

    test('restores the shop by its link and can lock out a lost phone', LONG_RUN, async () => {
      const key = await readKey(seller)
      await openKeyLink(other, key)
      if (other instanceof H5Phone) expect(other.page.url()).not.toContain(key)
      await other.tap(restoreWords.submit)
      await seeRestored(other, SHOP)

      await seller.tap(openedWords.manage)
      await seller.see(merchantDashboardWords.tabs.today)
      await other.tap(restoreWords.lost)
      await other.see(restoreWords.lostDone)
      await seller.restart()
      await seller.see(merchantDashboardWords.goneTitle)
      expect(await shopsOf(seller)).toEqual([])
      await openDashboard(other, merchantDashboardWords.tabs.today)
      expect(await shopsOf(other)).toEqual([SHOP])
    })

    test('restores the shop by its picture', LONG_RUN, async () => {
      const key = await readKey(seller)
      const picture = await saveKeyPicture(seller)
      expect(picture.subarray(1, 4).toString()).toBe('PNG')
      const code = await readQrCode(picture)
      expect(new URL(code).pathname + new URL(code).hash).toBe(`/key#${key}`)
      await openKeyPage(other)
      if (other instanceof WeappPhone) {
        await other.app.setScan(code)
        await other.tap(restoreWords.scan)
      } else {
        await other.setNextPhoto(picture)
        await other.tap(restoreWords.album)
      }
      await other.see(restoreWords.submit)
      await other.seeNo(restoreWords.example)
      await other.tap(restoreWords.submit)
      await seeRestored(other, SHOP)
    })

    test('limits attempts after ten wrong keys but always accepts the right one', LONG_RUN, async () => {
      const key = await readKey(seller)
      await openKeyPage(other)
      const attempts = () =>
        environment.network.forwarded.filter(({ body }) => body.includes('"provider":"key"'))
      /** Submits a key and waits for the answer to this attempt. */
      const tryAndExpect = async (tried: string, words: string) => {
        const before = attempts().length
        await tryKey(other, tried)
        await expect.poll(() => attempts().length, { intervals: [20] }).toBeGreaterThan(before)
        await other.seeNo(restoreWords.busy)
        await other.see(words)
      }
      for (let n = 0; n < GUESSES; n++) await tryAndExpect(guess(n), failureWords['key-wrong'])
      await tryAndExpect(guess(GUESSES), TOO_MANY)
      expect(await shopsOf(other)).toEqual([])
      expect(await shopsOf(seller)).toEqual([SHOP])
      await tryKey(other, key)
      await seeRestored(other, SHOP)
      expect(attempts().map(({ status }) => status)).toEqual([...Array(GUESSES).fill(403), 429, 200])
    })
  })
