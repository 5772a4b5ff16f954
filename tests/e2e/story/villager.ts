import { setTimeout as sleep } from 'node:timers/promises'
import { type Trade, trades } from '@/domain/trade'
import { homeWords } from '@/locales/zh-CN/home'
import { consentWords } from '@/locales/zh-CN/privacy'
import { tradeWords } from '@/locales/zh-CN/trade'
import {
  lookQuestionWords,
  openedWords,
  productQuestionWords,
  termsQuestionWords,
  tradeQuestionWords,
  wizardWords,
} from '@/locales/zh-CN/wizard'
import { PATIENCE } from '../../support/patience'
import type { Phone } from '../phone/phone'
import { takePhoto } from './picture'

/** From the front door to the first question. */
export async function startWizard(phone: Phone) {
  await phone.see(homeWords.open.title)
  await phone.tap(homeWords.open.title)
  await phone.see(tradeQuestionWords.title)
}

/** Picks a trade, which leads to the first product. */
export async function chooseTrade(phone: Phone, trade: Trade = 'nuts') {
  if (trades.indexOf(trade) >= 6) await phone.tap(tradeQuestionWords.more)
  await phone.tap(tradeWords[trade])
  await phone.see(productQuestionWords.title)
}

/** Photographs the product; WeChat asks for consent first. */
export async function takeProductPhoto(phone: Phone) {
  await phone.willPhotograph(await takePhoto())
  await phone.tap(productQuestionWords.shoot)
  await phone.tap(productQuestionWords.camera)
  if (phone.kind === 'weapp') await phone.tap(consentWords.agree)
  await phone.see(productQuestionWords.again)
}

/** Picks a trade and photographs one thing. */
export async function photographProduct(phone: Phone) {
  await chooseTrade(phone)
  await takeProductPhoto(phone)
}

/** Types a price on the pad and goes on. */
export async function setPrice(phone: Phone, keys: string) {
  for (const key of keys) await phone.tap(key)
  await phone.tap(wizardWords.next)
  await phone.see(termsQuestionWords.title)
}

/** Takes what was chosen for her, up to the last question. */
export async function acceptTerms(phone: Phone) {
  await phone.tap(termsQuestionWords.next)
  await phone.see(lookQuestionWords.title)
}

/** Presses 开张, and says yes to the question. */
export async function pressOpen(phone: Phone) {
  await phone.tap(lookQuestionWords.open)
  await phone.tap(lookQuestionWords.openYes)
}

/** The whole wizard; answers the slug of the shop that is open then. */
export async function openShop(phone: Phone): Promise<string> {
  await startWizard(phone)
  await photographProduct(phone)
  await setPrice(phone, '25')
  await acceptTerms(phone)
  await pressOpen(phone)
  return seeOpened(phone)
}

/** The shop is open: its link is on this screen. */
export async function seeOpened(phone: Phone): Promise<string> {
  await phone.see(openedWords.doneShort)
  await phone.tap(openedWords.copy)
  for (const end = Date.now() + PATIENCE; ; await sleep(50)) {
    const link = await phone.copied()
    const slug = /\/s\/([0-9a-z]+)$/.exec(link)?.[1]
    if (slug) return slug
    if (Date.now() > end) throw new Error(`no link was copied: "${link}"`)
  }
}
