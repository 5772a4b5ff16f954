import { type CardPicture, readCardCode } from '@/domain/shop/paper-card'
import { giveWords, takeWords } from '@/locales/shop/handover'
import { helpBannerWords, helpConsentWords } from '@/locales/shop/help'
import { cardPictureWords, makeCardWords, turnToOwnerWords } from '@/locales/shop/paper-card'
import { inviteKeeper } from '../../support/appoint-keeper'
import type { InspectablePhone, Phone } from '../phone/phone'
import { readQrCode } from './read-qr-code'
import { acceptTerms, chooseTrade, pressOpen, setPrice } from './wizard'

/** The name that the helper enters for the person whose shop is opened. */
export const PERSON = '收货人'
export const CHOSEN: readonly CardPicture[] = ['fish', 'sun', 'fish', 'key']

/** Gives a phone the role of a keeper. */
export async function becomeKeeper(phone: InspectablePhone, env: Record<string, string>): Promise<void> {
  await phone.request('POST', '/api/me/roles', { code: await inviteKeeper(env) })
}

/** Records that somebody agrees, up to the first question. */
export async function startHelping(helper: Phone): Promise<void> {
  await helper.open('/help')
  await helper.see(helpConsentWords.spoken)
  await helper.type(helpConsentWords.person, PERSON)
  await helper.tap(helpConsentWords.spoken)
  await helper.see(helpBannerWords.open(PERSON))
}

/** Opens a shop for somebody, up to the code that passes it on. */
export async function openForSomebody(helper: Phone): Promise<void> {
  await startHelping(helper)
  await chooseTrade(helper)
  await setPrice(helper, '25')
  await acceptTerms(helper)
  await pressOpen(helper)
  await helper.see(giveWords.lead.shop)
}

/** Reads the digits on the helper's screen. */
export async function readDigits(helper: InspectablePhone): Promise<string> {
  await helper.see(giveWords.digits)
  const label = await helper.page
    .locator('[aria-label]')
    .evaluateAll((elements) =>
      elements
        .map((element) => element.getAttribute('aria-label') ?? '')
        .find((text) => /^(\d ){7}\d$/.test(text)),
    )
  return (label ?? '').replace(/ /g, '')
}

/** Types the digits of another phone and submits them. */
export async function typeDigits(phone: Phone, digits: string): Promise<void> {
  await phone.open('/take-over')
  await phone.type(takeWords.field, digits)
  await phone.tap(takeWords.submit)
}

/** Taps pictures in order. */
export async function tapPictures(phone: Phone, pictures: readonly CardPicture[] = CHOSEN): Promise<void> {
  for (const [at, picture] of pictures.entries()) {
    await phone.tap(cardPictureWords.pictures[picture])
    await phone.see(cardPictureWords.left(pictures.length - at - 1))
  }
}

/** Passes the phone to the owner of a card, who chooses the pictures unseen. */
export const turnToOwner = (phone: Phone): Promise<void> => phone.tap(turnToOwnerWords.go)

/** Makes a paper card on its page, on which its owner chooses the pictures; returns the code in its QR code. */
export async function makeCard(phone: InspectablePhone): Promise<string> {
  await phone.see(makeCardWords.choose)
  await tapPictures(phone)
  await phone.tap(makeCardWords.check)
  await tapPictures(phone)
  await phone.tap(makeCardWords.make)
  await phone.see(makeCardWords.ready)
  const picture = await phone.page.locator('.printed-card .qr').filter({ visible: true }).screenshot()
  const code = readCardCode(await readQrCode(picture))
  if (!code) throw new Error('the QR code of the card holds no code')
  return code
}
