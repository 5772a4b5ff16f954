import type { WxTarget } from './api'

/** Calls and components, by the base library that brought them. */
const SINCE: Record<string, string> = {
  '2.9.3': 'offNetworkStatusChange',
  '2.9.4': 'getEnterOptionsSync',
  '2.10.0': 'chooseMedia',
  '2.12.0': 'updateWeChatApp',
  '2.14.3': 'showShareImageMenu',
  '2.15.0': 'getRandomValues preloadSubpackage',
  '2.16.0': 'page-container',
  '2.16.1': 'createOffscreenCanvas',
  '2.20.1': 'getAppBaseInfo getDeviceInfo getWindowInfo getSystemSetting getAppAuthorizeSetting',
  '2.32.3': 'getPrivacySetting requirePrivacyAuthorize onNeedPrivacyAuthorization openPrivacyContract',
}

const number = (version: string) =>
  version.split('.').reduce((sum, part, at) => sum + Number(part) / 1000 ** at, 0)

/** Takes away what this base library does not have. */
export function removeNewer({ wx, host }: WxTarget) {
  const gone = Object.entries(SINCE)
    .filter(([since]) => number(since) > number(host.settings.library))
    .flatMap(([, names]) => names.split(' '))
  for (const name of gone) delete wx[name]
  const can = wx.canIUse as (schema: string) => boolean
  wx.canIUse = (schema: string) => !gone.includes(schema.split('.')[0] ?? '') && can(schema)
}
