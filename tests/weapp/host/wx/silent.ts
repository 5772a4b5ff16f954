import { base64ToBuffer, bufferToBase64 } from '../bytes'
import type { Host } from '../host-types'
import type { WxTarget } from './api'

/** APIs with nothing to see: they succeed, and are on record. */
const SUCCEED = `showNavigationBarLoading hideNavigationBarLoading hideHomeButton setBackgroundColor
  setBackgroundTextStyle stopPullDownRefresh setTabBarStyle setTabBarItem showTabBar hideTabBar setTabBarBadge
  removeTabBarBadge showTabBarRedDot hideTabBarRedDot vibrateShort vibrateLong makePhoneCall setKeepScreenOn hideKeyboard
  updateWeChatApp showShareMenu hideShareMenu updateShareMenu loadFontFace reportEvent openLocation openSetting
  preloadSubpackage openDocument addPhoneContact`.split(/\s+/)

/** APIs that need a person or an outside service: without a mock the person cancels. */
const CANCEL =
  `getLocation chooseLocation chooseAddress requestPayment requestSubscribeMessage chooseMessageFile
  getUserProfile showShareImageMenu`.split(/\s+/)

const quiet = (names: string) => Object.fromEntries(names.split(' ').map((name) => [name, () => undefined]))

function observe(host: Host, component: unknown, options: unknown): unknown {
  const owner = (component ?? host.pages.top().caller) as {
    createIntersectionObserver(given: unknown): unknown
  }
  return owner.createIntersectionObserver(options)
}

export function addSilent({ wx, api, sync, host }: WxTarget) {
  for (const name of SUCCEED) api(name, () => ({}))
  for (const name of CANCEL)
    api(name, () => {
      throw new Error('cancel')
    })
  sync('canIUse', (schema: string) => {
    const [name = ''] = schema.split('.')
    return name in wx || /^(button|canvas|image|input|page-container|picker|scroll-view|swiper)$/.test(name)
  })
  // not on record as the others are: it is given a page, and a page is the whole app
  wx.createIntersectionObserver = (component: unknown, options: unknown) => observe(host, component, options)
  wx.nextTick = (run: () => void) => host.window.requestAnimationFrame(() => run())
  wx.base64ToArrayBuffer = base64ToBuffer
  wx.arrayBufferToBase64 = bufferToBase64
  const log = quiet('info warn error log debug setFilterMsg addFilterMsg')
  wx.getRealtimeLogManager = () => log
  wx.getLogManager = () => log
}
