import { needPrivacyAgreement, privacyGate } from '../privacy'
import type { WxTarget } from './api'

type Asker = ReturnType<typeof privacyGate>['listeners'][number]

/** Who the person is, how the app was opened, and what they agreed to. */
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
  // the `ext` itself, not the settings that hold it
  sync('getExtConfigSync', () => ({ ...settings.ext }))
  sync('getLaunchOptionsSync', () => ({ ...host.launchOptions }))
  sync('getEnterOptionsSync', () => ({ ...host.launchOptions }))

  const gate = privacyGate(host)
  wx.onNeedPrivacyAuthorization = (listener: Asker) => {
    gate.listeners = [listener]
  }
  api('getPrivacySetting', () => ({
    needAuthorization: !device.privacyAgreed,
    privacyContractName: '《小程序隐私保护指引》',
  }))
  api('requirePrivacyAuthorize', () => needPrivacyAgreement(host, 'requirePrivacyAuthorize'))
  api('openPrivacyContract', () => ({}))
}
