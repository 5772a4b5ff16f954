import { keyWords } from '@/locales/zh-CN/key'
import { deskWords } from '@/locales/zh-CN/merchant-dashboard'
import { priceDoubtWords } from '@/locales/zh-CN/price-doubt'
import {
  lookQuestionWords,
  openedWords,
  productQuestionWords as product,
  publishWords,
  termsQuestionWords as terms,
  tradeQuestionWords,
  unitWords,
  wizardWords,
} from '@/locales/zh-CN/wizard'
import type { OpenPhone } from '../phone/phone'
import { chooseTrade, takeProductPhoto } from '../story/villager'
import type { Stage } from './stage'

/** Opens a sheet, takes it, and closes it. */
async function takeSheet(stage: Stage, phone: OpenPhone, opener: string, name: string, closer: string) {
  await phone.tap(opener)
  await stage.take(phone, name)
  await phone.tap(closer)
}

/** The four questions with all their sheets, waiting without a network, and the shop that is open. */
export async function takeWizard(stage: Stage) {
  const phone = await stage.phone()
  await phone.open('/open')
  await phone.see(tradeQuestionWords.title)
  await stage.take(phone, 'wizard-1-trade')
  await phone.tap(tradeQuestionWords.more)
  await stage.take(phone, 'wizard-1-other-trades')
  await phone.open('/open')
  await chooseTrade(phone)
  await takeProduct(stage, phone)
  await takeTerms(stage, phone)
  await takeLooks(stage, phone)
  await takeOpening(stage, phone)
  await phone.close()
}

async function takeProduct(stage: Stage, phone: OpenPhone) {
  await stage.take(phone, 'wizard-2-product-blank')
  await phone.tap(product.shoot)
  await stage.take(phone, 'wizard-2-photo-sheet')
  await phone.tap(product.drawing)
  await takeProductPhoto(phone)
  await takeSheet(stage, phone, product.rename, 'wizard-2-name-sheet', '核桃')
  await takeSheet(stage, phone, unitWords.other, 'wizard-2-unit-sheet', unitWords.one('斤'))
  for (const key of '9999') await phone.tap(key)
  await phone.tap(wizardWords.next)
  await stage.take(phone, 'wizard-2-doubt')
  await phone.tap(priceDoubtWords.no)
  for (let i = 0; i < 4; i++) await phone.tap('删')
  for (const key of '25') await phone.tap(key)
  await phone.tap('薄皮')
  await stage.take(phone, 'wizard-2-product')
  await phone.tap(wizardWords.next)
}

async function takeTerms(stage: Stage, phone: OpenPhone) {
  await phone.see(terms.title)
  await stage.take(phone, 'wizard-3-terms')
  await takeSheet(stage, phone, terms.changeDelivery, 'wizard-3-delivery-sheet', terms.done)
  await phone.tap(terms.changeMoney)
  await phone.tap(terms.yuan('3'))
  await stage.take(phone, 'wizard-3-money-sheet')
  await phone.tap(terms.done)
  await stage.take(phone, 'wizard-3-terms-freight')
  await phone.tap(terms.next)
}

async function takeLooks(stage: Stage, phone: OpenPhone) {
  await phone.see(lookQuestionWords.title)
  for (let at = 1; at <= 3; at++) {
    await stage.take(phone, `wizard-4-look-${at}`)
    await phone.tap(lookQuestionWords.after)
  }
}

async function takeOpening(stage: Stage, phone: OpenPhone) {
  await phone.cutNetwork()
  await phone.tap(lookQuestionWords.open)
  await stage.take(phone, 'wizard-4-open-sheet')
  await phone.tap(lookQuestionWords.openYes)
  await phone.see(publishWords.waitingTitle('offline'))
  await stage.take(phone, 'wizard-5-waiting')
  await phone.restoreNetwork()
  await phone.see(openedWords.doneShort)
  await stage.take(phone, 'opened', { whole: true })
  await phone.tap(keyWords.show)
  await stage.take(phone, 'opened-key-shown', { whole: true })
  await phone.tap(openedWords.rename)
  await stage.take(phone, 'opened-name-sheet')
  await phone.tap(openedWords.nameSave)
  await phone.tap(openedWords.manage)
  await phone.see(deskWords.tabs.today)
  await stage.take(phone, 'merchant-today-new-shop')
}
