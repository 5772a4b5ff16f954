import { applyWords } from '@/locales/payment/payment-application'
import { paymentGuideWords } from '@/locales/payment/payment-guide'
import { picture } from '../../server/support/pictures'
import { cardNumber, idNumber } from '../../support/paper-numbers'
import type { InspectablePhone } from '../phone/phone'
import { expect } from '../test'

const { fields } = applyWords

/** The simulated auditors take a quarter of a minute, and the page asks every ten seconds. */
export const AUDIT_TIMEOUT_MS = 60_000

/** Waits until so many photos are uploaded. */
export const seeUploaded = (phone: InspectablePhone, count: number) =>
  expect.poll(async () => (await phone.text()).split(applyWords.uploaded).length - 1).toBe(count)

/** Photographs both sides of an identity card; consent is asked for before the first photo. */
async function photographCard(phone: InspectablePhone) {
  const sides = [
    ['/id/front', '#c9d8e8'],
    ['/id/back', '#e8c9c9'],
  ] as const
  for (const [at, [path, color]] of sides.entries()) {
    await phone.setNextPhoto(await picture(1600, 1000, color).jpeg().toBuffer())
    await phone.tap(applyWords.photoOf(applyWords.album, fields[path]))
    if (at === 0) await phone.tap(applyWords.consent.agree)
    await seeUploaded(phone, at + 1)
  }
}

/** Answers the questions as somebody without a licence who sells her own goods, and opens the form. */
export async function answerAsGrower(phone: InspectablePhone) {
  const { questions } = paymentGuideWords
  await phone.tap(questions.licence.no, questions.goods.micro)
  await phone.see(paymentGuideWords.outcomes.micro)
  await phone.tap(paymentGuideWords.apply)
}

/** Fills in the form of somebody without a licence. */
export async function fillApplication(phone: InspectablePhone) {
  await photographCard(phone)
  await phone.type(fields['/id/name'], '学员一')
  await phone.type(fields['/id/number'], idNumber(1))
  await phone.type(fields['/id/from'], '20200131')
  await phone.type(fields['/id/until'], '20400131')
  await phone.tap(applyWords.bank.choose, '农业银行')
  await phone.type(fields['/account/number'], cardNumber('622202', 19))
}

/** Sends the form. */
export async function sendApplication(phone: InspectablePhone) {
  await phone.tap(applyWords.send, applyWords.confirm.yes)
}
