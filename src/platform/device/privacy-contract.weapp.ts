import Taro from '@tarojs/taro'

/**
 * Opens the privacy guide that the operator declared to WeChat; `undefined` before base library 2.32.3.
 * Source: https://developers.weixin.qq.com/miniprogram/dev/api/open-api/privacy/wx.openPrivacyContract.html
 */
export const openPrivacyContract: (() => void) | undefined = Taro.canIUse('openPrivacyContract')
  ? () => void Taro.openPrivacyContract({})
  : undefined
