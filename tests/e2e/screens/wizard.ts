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
  await walk.take(phone, name, { tap: opener })
  await phone.tap(closer)
}

/** Takes the four questions with all sheets, the waiting screen and the opened shop. */
export async function takeWizard(walk: ScreenWalk) {
  const phone = await walk.phone()
  await phone.open('/open')
  await walk.take(phone, 'wizard-1-trade', { see: tradeQuestionWords.title })
  await walk.take(phone, 'wizard-1-other-trades', { tap: tradeQuestionWords.more })
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
  await walk.take(phone, 'wizard-2-photo-sheet', { tap: product.shoot })
  await phone.tap(product.drawing)
  await takeProductPhoto(phone)
  await takeSheet(walk, phone, product.rename, 'wizard-2-name-sheet', '核桃')
  await takeSheet(walk, phone, unitWords.other, 'wizard-2-unit-sheet', unitWords.one('斤'))
  for (const key of '9999') await phone.tap(key)
  await walk.take(phone, 'wizard-2-doubt', { tap: wizardWords.next })
  await phone.tap(priceDoubtWords.no)
  for (let i = 0; i < 4; i++) await phone.tap('删')
  for (const key of '25') await phone.tap(key)
  await walk.take(phone, 'wizard-2-product', { tap: '薄皮' })
  await phone.tap(wizardWords.next)
}

async function takeTerms(walk: ScreenWalk, phone: InspectablePhone) {
  await walk.take(phone, 'wizard-3-terms', { see: terms.title })
  await takeSheet(walk, phone, terms.changeDelivery, 'wizard-3-delivery-sheet', terms.done)
  await phone.tap(terms.changeMoney, terms.yuan('3'))
  await walk.take(phone, 'wizard-3-money-sheet')
  await walk.take(phone, 'wizard-3-terms-freight', { tap: terms.done })
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
  await walk.take(phone, 'wizard-4-open-sheet', { tap: lookQuestionWords.open })
  await phone.tap(lookQuestionWords.openYes)
  await walk.take(phone, 'wizard-5-waiting', { see: publishWords.waitingTitle('offline') })
  await phone.restoreNetwork()
  await walk.take(phone, 'opened', { see: openedWords.doneShort, whole: true })
  await walk.take(phone, 'opened-key-shown', { tap: keyWords.show, whole: true })
  await walk.take(phone, 'opened-name-sheet', { tap: openedWords.rename })
  await phone.tap(openedWords.nameSave, openedWords.manage)
  await walk.take(phone, 'merchant-today-new-shop', { see: merchantDashboardWords.tabs.today })
}
