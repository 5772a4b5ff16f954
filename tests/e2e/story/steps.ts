import { pageWords } from '@/locales/zh-CN/page'
import { wizardWords } from '@/locales/zh-CN/wizard'
import { H5Phone } from '../phone/h5-phone'
import type { Phone } from '../phone/phone'
import { WeappPhone } from '../phone/weapp-phone'

/** One question back, by the button that this target has for it. */
export const questionBack = (phone: Phone) =>
  phone.tap(phone.kind === 'h5' ? pageWords.back : wizardWords.back)

/** One page back, by the arrow in the bar. */
export async function pageBack(phone: Phone) {
  if (phone instanceof WeappPhone) await phone.app.back()
  else await phone.tap(pageWords.back)
}

/**
 * Ends the app and starts it by its icon: at the front door. The network comes back only once the app has ended, so that
 * it cannot send what waits just before.
 */
export async function killAndComeBack(phone: Phone, frontDoor: string) {
  if (phone instanceof H5Phone) await phone.kill()
  if (phone instanceof WeappPhone) await phone.app.relaunch(`/${frontDoor}`)
  await phone.restoreNetwork()
  if (phone instanceof H5Phone) await phone.launch()
}
