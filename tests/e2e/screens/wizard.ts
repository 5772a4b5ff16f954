import { priceDoubtWords } from '@/locales/product/price-doubt'
import { keyWords } from '@/locales/shop/key'
import { merchantDashboardWords } from '@/locales/shop/merchant-dashboard'
import {
  lookQuestionWords,
  openedWords,
  productQuestionWords as product,
  publishWords,
  termsQuestionWords as terms,
  tradeQuestionWords,
  unitWords,
  wizardWords,
} from '@/locales/shop/wizard'
import { chooseTrade, takeProductPhoto } from '../journey/wizard'
import type { InspectablePhone } from '../phone/phone'
import type { ScreenWalk } from './screen-walk'

/** Opens a sheet, takes it, and closes it. */
async function takeSheet(
  walk: ScreenWalk,
  phone: InspectablePhone,
  opener: string,
  name: string,
  closer: string,
) {
  await phone.tap(opener)
  await walk.take(phone, name)
  await phone.tap(closer)
}

/** Takes the four questions with all sheets, the waiting screen and the opened shop. */
export async function takeWizard(walk: ScreenWalk) {
  const phone = await walk.phone()
  await phone.open('/open')
  await walk.take(phone, 'wizard-1-trade', { see: tradeQuestionWords.title })
  await phone.tap(tradeQuestionWords.more)
  await walk.take(phone, 'wizard-1-other-trades')
  await phone.open('/open')
  await chooseTrade(phone)
  await takeProduct(walk, phone)
  await takeTerms(walk, phone)
  await takeLooks(walk, phone)
  await takeOpening(walk, phone)
  await phone.close()
}

async function takeProduct(walk: ScreenWalk, phone: InspectablePhone) {
  await walk.take(phone, 'wizard-2-product-blank')
  await phone.tap(product.shoot)
  await walk.take(phone, 'wizard-2-photo-sheet')
  await phone.tap(product.drawing)
  await takeProductPhoto(phone)
  await takeSheet(walk, phone, product.rename, 'wizard-2-name-sheet', '核桃')
  await takeSheet(walk, phone, unitWords.other, 'wizard-2-unit-sheet', unitWords.one('斤'))
  for (const key of '9999') await phone.tap(key)
  await phone.tap(wizardWords.next)
  await walk.take(phone, 'wizard-2-doubt')
  await phone.tap(priceDoubtWords.no)
  for (let i = 0; i < 4; i++) await phone.tap('删')
  for (const key of '25') await phone.tap(key)
  await phone.tap('薄皮')
  await walk.take(phone, 'wizard-2-product')
  await phone.tap(wizardWords.next)
}

async function takeTerms(walk: ScreenWalk, phone: InspectablePhone) {
  await walk.take(phone, 'wizard-3-terms', { see: terms.title })
  await takeSheet(walk, phone, terms.changeDelivery, 'wizard-3-delivery-sheet', terms.done)
  await phone.tap(terms.changeMoney, terms.yuan('3'))
  await walk.take(phone, 'wizard-3-money-sheet')
  await phone.tap(terms.done)
  await walk.take(phone, 'wizard-3-terms-freight')
  await phone.tap(terms.next)
}

async function takeLooks(walk: ScreenWalk, phone: InspectablePhone) {
  await phone.see(lookQuestionWords.title)
  for (let at = 1; at <= 3; at++) {
    await walk.take(phone, `wizard-4-look-${at}`)
    await phone.tap(lookQuestionWords.after)
  }
}

async function takeOpening(walk: ScreenWalk, phone: InspectablePhone) {
  await phone.cutNetwork()
  await phone.tap(lookQuestionWords.open)
  await walk.take(phone, 'wizard-4-open-sheet')
  await phone.tap(lookQuestionWords.openYes)
  await walk.take(phone, 'wizard-5-waiting', { see: publishWords.waitingTitle('offline') })
  await phone.restoreNetwork()
  await walk.take(phone, 'opened', { see: openedWords.doneShort, whole: true })
  await phone.tap(keyWords.show)
  await walk.take(phone, 'opened-key-shown', { whole: true })
  await phone.tap(openedWords.rename)
  await walk.take(phone, 'opened-name-sheet')
  await phone.tap(openedWords.nameSave, openedWords.manage)
  await walk.take(phone, 'merchant-today-new-shop', { see: merchantDashboardWords.tabs.today })
}
