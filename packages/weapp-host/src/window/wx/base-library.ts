import type { WxTarget } from './api'

/** APIs and components by the version of the base library that introduced them. */
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

const toNumber = (version: string) =>
  version.split('.').reduce((sum, part, index) => sum + Number(part) / 1000 ** index, 0)

/** Removes the APIs that the base library of the settings does not have. */
export function removeNewerApis({ wx, host }: WxTarget) {
  const removed = Object.entries(SINCE)
    .filter(([since]) => toNumber(since) > toNumber(host.settings.libraryVersion))
    .flatMap(([, names]) => names.split(' '))
  for (const name of removed) delete wx[name]
  const canIUse = wx.canIUse as (schema: string) => boolean
  wx.canIUse = (schema: string) => !removed.includes(schema.split('.')[0] ?? '') && canIUse(schema)
}
