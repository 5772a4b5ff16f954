import { setTimeout as sleep } from 'node:timers/promises'
import { type Trade, trades } from '@/domain/shop/trade'
import { consentWords } from '@/locales/person/consent'
import { homeWords } from '@/locales/shop/home'
import { tradeWords } from '@/locales/shop/trade'
import {
  lookQuestionWords,
  openedWords,
  productQuestionWords,
  termsQuestionWords,
  tradeQuestionWords,
  wizardWords,
} from '@/locales/shop/wizard'
import { WAIT_TIMEOUT_MS } from '../../support/wait-timeout'
import type { Phone } from '../phone/phone'
import { takePhoto } from './sample-photo'

/** Goes from the home page to the first question. */
export async function startWizard(phone: Phone) {
  await phone.see(homeWords.open.title)
  await phone.tap(homeWords.open.title)
  await phone.see(tradeQuestionWords.title)
}

/** Chooses a trade, which leads to the product question. */
export async function chooseTrade(phone: Phone, trade: Trade = 'nuts') {
  if (trades.indexOf(trade) >= 6) await phone.tap(tradeQuestionWords.more)
  await phone.tap(tradeWords[trade])
  await phone.see(productQuestionWords.title)
}

/** Takes a product photo; WeChat asks for consent first. */
export async function takeProductPhoto(phone: Phone, photo = takePhoto()) {
  await phone.setNextPhoto(await photo)
  await phone.tap(productQuestionWords.shoot, productQuestionWords.camera)
  if (phone.kind === 'weapp') await phone.tap(consentWords.agree)
  await phone.see(productQuestionWords.again)
}

/** Chooses a trade and takes a product photo. */
export async function photographProduct(phone: Phone) {
  await chooseTrade(phone)
  await takeProductPhoto(phone)
}

/** Types a price on the keypad and continues. */
export async function setPrice(phone: Phone, keys: string) {
  for (const key of keys) await phone.tap(key)
  await phone.tap(wizardWords.next)
  await phone.see(termsQuestionWords.title)
}

/** Accepts the proposed terms, up to the last question. */
export async function acceptTerms(phone: Phone) {
  await phone.tap(termsQuestionWords.next)
  await phone.see(lookQuestionWords.title)
}

/** Presses 开张 and confirms. */
export async function pressOpen(phone: Phone) {
  await phone.tap(lookQuestionWords.open, lookQuestionWords.openYes)
}

/** Completes the wizard and returns the shop's slug. */
export async function openShop(phone: Phone): Promise<string> {
  await startWizard(phone)
  await photographProduct(phone)
  await setPrice(phone, '25')
  await acceptTerms(phone)
  await pressOpen(phone)
  return seeOpened(phone)
}

/** Expects the opened shop and returns the slug of its copied link. */
export async function seeOpened(phone: Phone): Promise<string> {
  await phone.see(openedWords.doneShort)
  await phone.tap(openedWords.copy)
  for (const end = Date.now() + WAIT_TIMEOUT_MS; ; await sleep(50)) {
    const link = await phone.copied()
    const slug = /\/s\/([0-9a-z]+)$/.exec(link)?.[1]
    if (slug) return slug
    if (Date.now() > end) throw new Error(`no link was copied: "${link}"`)
  }
}
