import { privacyState, requirePrivacyConsent } from '../privacy'
import type { WxTarget } from './api'

type PrivacyListener = ReturnType<typeof privacyState>['listeners'][number]

/** Sign-in, launch options and privacy consent. */
export function addAccount({ api, sync, wx, host }: WxTarget) {
  const { settings, device } = host
  api('login', () => {
    if (!device.online) throw new Error('')
    return { code: settings.loginCode }
  })
  api('checkSession', () => ({}))
  api('getSetting', () => ({ authSetting: {} }))
  sync('getAccountInfoSync', () => ({
    miniProgram: { appId: settings.appId, envVersion: settings.envVersion, version: '' },
    plugin: {},
  }))
  // WeChat returns the content of `ext`, not an object that contains `ext`
  sync('getExtConfigSync', () => ({ ...settings.extConfig }))
  sync('getLaunchOptionsSync', () => ({ ...host.launchOptions }))
  sync('getEnterOptionsSync', () => ({ ...host.launchOptions }))

  const privacy = privacyState(host)
  wx.onNeedPrivacyAuthorization = (listener: PrivacyListener) => {
    privacy.listeners = [listener]
  }
  api('getPrivacySetting', () => ({
    needAuthorization: !device.privacyAgreed,
    privacyContractName: '《小程序隐私保护指引》',
  }))
  api('requirePrivacyAuthorize', () => requirePrivacyConsent(host, 'requirePrivacyAuthorize'))
  api('openPrivacyContract', () => ({}))
}
