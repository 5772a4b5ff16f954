import { pageWords } from '@/locales/page'
import { wizardWords } from '@/locales/shop/wizard'
import { H5Phone } from '../phone/h5-phone'
import type { Phone } from '../phone/phone'
import { WeappPhone } from '../phone/weapp-phone'

/** Goes back one question by the button of the build. */
export const questionBack = (phone: Phone) =>
  phone.tap(phone.kind === 'h5' ? pageWords.back : wizardWords.back)

/** Goes back one page by the arrow in the bar. */
export async function pageBack(phone: Phone) {
  if (phone instanceof WeappPhone) await phone.app.back()
  else await phone.tap(pageWords.back)
}

/** Kills the app and restarts it at the home page. The network returns only after the kill, so that nothing pending is sent before. */
export async function killAndRelaunch(phone: Phone, homePath: string) {
  if (phone instanceof H5Phone) await phone.kill()
  if (phone instanceof WeappPhone) await phone.app.relaunch(`/${homePath}`)
  await phone.restoreNetwork()
  if (phone instanceof H5Phone) await phone.launch()
}
