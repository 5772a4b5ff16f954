import Taro from '@tarojs/taro'
import type { PrivacyConsent } from './device-types'

/** WeChat refuses camera and album until people agreed to the privacy guide. */
export const privacyConsent: PrivacyConsent = {
  isNeeded: () =>
    new Promise((resolve) =>
      Taro.getPrivacySetting({
        success: (res) => resolve(res.needAuthorization),
        fail: () => resolve(false),
      }),
    ),
}
