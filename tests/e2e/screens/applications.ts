import { applicationWords, applyWords } from '@/locales/payment/payment-application'
import { paymentGuideWords } from '@/locales/payment/payment-guide'
import { AUDIT_TIMEOUT_MS, answerAsGrower, fillApplication } from '../journey/apply'
import type { InspectablePhone } from '../phone/phone'
import { becomeOwner } from './api'
import type { ScreenWalk } from './screen-walk'

const { questions } = paymentGuideWords

/** Takes the questions that find out what a seller is, and the form by which she applies to WeChat Pay. */
export async function takeApplications(walk: ScreenWalk) {
  const owner = await walk.phone()
  const shop = await becomeOwner(owner, walk.shop('下街土货店'))
  await owner.open('/payments', { shop })
  await walk.take(owner, 'applications-licence', { see: questions.licence.title, whole: true })
  await walk.take(owner, 'applications-goods', { tap: questions.licence.no, whole: true })
  await walk.take(owner, 'applications-reseller', { tap: questions.goods.reseller, whole: true })
  await owner.tap(questions.change, questions.licence.yes)
  await walk.take(owner, 'applications-type', { whole: true })
  await owner.tap(questions.type['sole-trader'])
  await walk.take(owner, 'applications-papers', { see: paymentGuideWords.papers, whole: true })
  await owner.open('/apply', { shop, subject: 'sole-trader' })
  await walk.take(owner, 'applications-form', { see: applyWords.send, whole: true })
  await walk.take(owner, 'applications-form-faults', { tap: applyWords.send, whole: true })
  await walk.take(owner, 'applications-banks', { tap: applyWords.bank.choose })
  await takeApplicationStates(walk, owner, shop)
  await owner.close()
}

/** Takes an application of somebody without a licence from its form to its signing. The simulated auditors take a quarter of a minute. */
async function takeApplicationStates(walk: ScreenWalk, owner: InspectablePhone, shop: string) {
  await owner.open('/payments', { shop })
  await answerAsGrower(owner)
  await fillApplication(owner)
  await walk.take(owner, 'applications-filled', { whole: true })
  await walk.take(owner, 'applications-confirm', { tap: applyWords.send })
  await owner.tap(applyWords.confirm.yes)
  await walk.take(owner, 'applications-auditing', { see: applicationWords.states.auditing, whole: true })
  await owner.see(applicationWords.states.signing, AUDIT_TIMEOUT_MS)
  await walk.take(owner, 'applications-signing', { whole: true })
  await owner.open('/merchant', { shop })
  await walk.take(owner, 'applications-today')
}
