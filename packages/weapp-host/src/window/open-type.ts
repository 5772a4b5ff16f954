import type { Builtin } from './builtins/registry'
import type { Host } from './host-types'
import { acceptByButton } from './privacy'
import { sharePage } from './share'
import { isSinglePage } from './wx/single-page'

/** The event that each open-type dispatches. */
const EVENTS: Record<string, string> = {
  getPhoneNumber: 'getphonenumber',
  getUserInfo: 'getuserinfo',
  chooseAvatar: 'chooseavatar',
  openSetting: 'opensetting',
  contact: 'contact',
  agreePrivacyAuthorization: 'agreeprivacyauthorization',
}

/** Performs the `open-type` of a button. The mock `openType:<type>` supplies the event detail; otherwise the user refuses. */
export function performOpenType(host: Host, button: Builtin) {
  const type = button.text('openType')
  host.record.calls.push({ api: `openType:${type}`, options: null })
  if (isSinglePage(host.settings.scene)) return host.record.errors.push(`single page: open-type ${type}`)
  if (type === 'share') {
    sharePage(host, 'button', button.element)
    return
  }
  const event = EVENTS[type]
  if (!event) return
  if (type === 'agreePrivacyAuthorization') acceptByButton(host, button.element.id)
  const detail =
    type === 'agreePrivacyAuthorization'
      ? { errMsg: 'agreePrivacyAuthorization:ok' }
      : (host.settings.mocks[`openType:${type}`] ?? { errMsg: `${type}:fail user deny` })
  button.fire(event, detail)
}
