import Taro from '@tarojs/taro'
import type { PrivacyConsent } from './device-types'

/** WeChat denies camera and album until the user accepts the privacy guide. */
export const privacyConsent: PrivacyConsent = {
  isNeeded: () =>
    new Promise((resolve) =>
      Taro.getPrivacySetting({
        success: (res) => resolve(res.needAuthorization),
        fail: () => resolve(false),
      }),
    ),
}
