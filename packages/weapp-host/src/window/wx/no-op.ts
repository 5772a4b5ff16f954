import { base64ToBuffer, bufferToBase64 } from '../bytes'
import type { Host } from '../host-types'
import type { WxTarget } from './api'

/** APIs without a visible effect. They succeed and are recorded. */
const SUCCEED = `showNavigationBarLoading hideNavigationBarLoading hideHomeButton setBackgroundColor
  setBackgroundTextStyle stopPullDownRefresh setTabBarStyle setTabBarItem showTabBar hideTabBar setTabBarBadge
  removeTabBarBadge showTabBarRedDot hideTabBarRedDot vibrateShort vibrateLong makePhoneCall setKeepScreenOn hideKeyboard
  updateWeChatApp showShareMenu hideShareMenu updateShareMenu loadFontFace reportEvent openLocation openSetting
  preloadSubpackage openDocument addPhoneContact`.split(/\s+/)

/** APIs that need a decision of the user or an external service. Without a mock the user cancels. */
const CANCEL =
  `getLocation chooseLocation chooseAddress requestPayment requestSubscribeMessage chooseMessageFile
  getUserProfile showShareImageMenu`.split(/\s+/)

const createNoOps = (names: string) =>
  Object.fromEntries(names.split(' ').map((name) => [name, () => undefined]))

interface Owner {
  createIntersectionObserver(options: object): unknown
}

/**
 * WeChat calls an observer back at first when the ratio of the element differs from 0, `initialRatio`. The adapter does so when the ratio crosses
 * no threshold on its way from `initialRatio`: from 1 to all but 0.
 */
function createObserver(host: Host, component: unknown, options: object): unknown {
  const owner = (component ?? host.pages.top().instance) as Owner
  return owner.createIntersectionObserver({ ...options, initialRatio: 1 })
}

export function addNoOps({ wx, api, sync, host }: WxTarget) {
  for (const name of SUCCEED) api(name, () => ({}))
  for (const name of CANCEL)
    api(name, () => {
      throw new Error('cancel')
    })
  sync('canIUse', (schema: string) => {
    const [name = ''] = schema.split('.')
    return name in wx || /^(button|canvas|image|input|page-container|picker|scroll-view|swiper)$/.test(name)
  })
  // not recorded, because its argument is a page, which refers to the whole app
  wx.createIntersectionObserver = (component: unknown, options: object = {}) =>
    createObserver(host, component, options)
  wx.nextTick = (run: () => void) => host.window.requestAnimationFrame(() => run())
  wx.base64ToArrayBuffer = base64ToBuffer
  wx.arrayBufferToBase64 = bufferToBase64
  const log = createNoOps('info warn error log debug setFilterMsg addFilterMsg')
  wx.getRealtimeLogManager = () => log
  wx.getLogManager = () => log
}
