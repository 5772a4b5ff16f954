import { readFile } from 'node:fs/promises'
import { keyWords, restoreWords } from '@/locales/shop/key'
import { H5Phone } from '../phone/h5-phone'
import type { Phone } from '../phone/phone'
import { WeappPhone } from '../phone/weapp-phone'

/** Reads the printed key on the current screen. */
export async function readKey(phone: Phone): Promise<string> {
  await phone.tap(keyWords.show)
  await phone.see(keyWords.hide)
  const [first, second] = (await phone.text()).match(/\b[0-9A-Z]{4}(-[0-9A-Z]{4}){1,2}\b/g) ?? []
  return `${first}-${second}`
}

/** Saves the key's picture and returns it from the album. */
export async function saveKeyPicture(phone: Phone): Promise<Buffer> {
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
export async function tryKey(phone: Phone, key: string) {
  await phone.type(restoreWords.field, key)
  await phone.tap(restoreWords.submit)
}

/** Expects the restored shop and returns its new key. */
export async function seeRestored(phone: Phone, shopName: string): Promise<string> {
  await phone.see(restoreWords.found)
  await phone.see(restoreWords.foundText(shopName))
  return readKey(phone)
}

/** Opens the dashboard of the restored shop. */
export async function openDashboard(phone: Phone, expected: string) {
  await phone.tap(restoreWords.manage)
  await phone.see(expected)
}
