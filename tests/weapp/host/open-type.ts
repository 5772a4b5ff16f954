import type { Builtin } from './builtins/registry'
import type { Host } from './host-types'
import { agreeByButton } from './privacy'
import { askForShare } from './share'
import { isSinglePage } from './wx/single-page'

/** The event each open-type answers with. */
const EVENTS: Record<string, string> = {
  getPhoneNumber: 'getphonenumber',
  getUserInfo: 'getuserinfo',
  chooseAvatar: 'chooseavatar',
  openSetting: 'opensetting',
  contact: 'contact',
  agreePrivacyAuthorization: 'agreeprivacyauthorization',
}

/** Does what a button's `open-type` says. A mock named `openType:<type>` gives the event's detail. */
export function pressOpenType(host: Host, button: Builtin) {
  const type = button.text('openType')
  host.record.calls.push({ api: `openType:${type}`, options: null })
  if (isSinglePage(host.settings.scene)) return host.record.errors.push(`single page: open-type ${type}`)
  if (type === 'share') {
    askForShare(host, 'button', button.element)
    return
  }
  const event = EVENTS[type]
  if (!event) return
  if (type === 'agreePrivacyAuthorization') agreeByButton(host, button.element.id)
  const detail =
    type === 'agreePrivacyAuthorization'
      ? { errMsg: 'agreePrivacyAuthorization:ok' }
      : (host.settings.mocks[`openType:${type}`] ?? { errMsg: `${type}:fail user deny` })
  button.fire(event, detail)
}
