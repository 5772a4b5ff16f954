import { payingWords } from '@/locales/paying'
import type { InspectablePhone } from '../phone/phone'
import { WeappPhone } from '../phone/weapp-phone'

/** Does what opens the till, and pays or cancels there. */
export async function atTill(phone: InspectablePhone, outcome: 'pay' | 'cancel', open: () => Promise<void>) {
  if (phone instanceof WeappPhone) phone.tillOutcome = outcome
  await open()
  if (phone.kind !== 'h5') {
    if (outcome === 'cancel') await phone.see(payingWords.closed.cancelled)
    return
  }
  await phone.see('这是演示用的收银台，不收真钱。')
  await phone.tap(outcome === 'pay' ? '付款' : '不付了')
}
