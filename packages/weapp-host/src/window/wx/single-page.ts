import { asFields } from '../../shared/record'
import type { WxTarget } from './api'

/** WeChat's scene number of a page that is shown inside Moments. */
const SCENE_MOMENTS = 1154

/** APIs that fail in single-page mode. */
const FORBIDDEN = `login checkSession navigateTo redirectTo reLaunch switchTab navigateBack
  requestPayment requestSubscribeMessage chooseAddress getLocation chooseLocation openLocation chooseMedia
  scanCode setClipboardData getClipboardData makePhoneCall addPhoneContact uploadFile downloadFile
  getRecorderManager authorize openSetting saveImageToPhotosAlbum getUserProfile showShareImageMenu
  setNavigationBarTitle updateWeChatApp openPrivacyContract requirePrivacyAuthorize`.split(/\s+/)

/** Synchronous storage APIs, which throw in single-page mode. */
const STORAGE = `setStorageSync getStorageSync removeStorageSync clearStorageSync getStorageInfoSync`.split(
  ' ',
)

/** True if the app was opened as a single page in Moments. */
export const isSinglePage = (scene: number | undefined) => scene === SCENE_MOMENTS

/** In single-page mode many APIs fail, and a request that is not an anonymous GET is recorded as an error. */
export function forbidForSinglePage({ wx, api, host }: WxTarget) {
  if (!isSinglePage(host.settings.scene)) return
  for (const name of FORBIDDEN)
    api(name, () => {
      throw new Error('can not be used in single page mode')
    })
  for (const name of STORAGE)
    wx[name] = () => {
      throw new Error(`${name}:fail can not be used in single page mode`)
    }
  const request = wx.request as (options: unknown) => unknown
  wx.request = (options: unknown) => {
    const { method = 'GET', header } = asFields(options)
    if (method !== 'GET' || 'Authorization' in asFields(header))
      host.record.errors.push(`single page: ${method} ${asFields(options).url} is not a public read`)
    return request(options)
  }
}
