import type { Host } from '../host-types'
import { requirePrivacyConsent } from '../privacy'
import type { WxTarget } from './api'

/** In px. */
const STATUS_BAR_HEIGHT = 20

function windowInfo({ window }: Host) {
  const [width, height] = [window.innerWidth, window.innerHeight]
  const safeArea = {
    left: 0,
    right: width,
    top: STATUS_BAR_HEIGHT,
    bottom: height,
    width,
    height: height - STATUS_BAR_HEIGHT,
  }
  return {
    pixelRatio: window.devicePixelRatio,
    screenWidth: width,
    screenHeight: height,
    windowWidth: width,
    windowHeight: height,
    statusBarHeight: STATUS_BAR_HEIGHT,
    screenTop: 0,
    safeArea,
  }
}

const appInfo = ({ settings }: Host) => ({
  SDKVersion: settings.libraryVersion,
  version: '8.0.50',
  language: settings.language,
  theme: 'light',
  enableDebug: false,
  fontSizeSetting: 16,
  fontSizeScaleFactor: 1,
  host: { appId: '', env: 'WeChat' },
})

const deviceInfo = ({ settings }: Host) => ({
  brand: 'sample',
  model: 'sample',
  system: 'iOS 17.0',
  platform: settings.platform,
  benchmarkLevel: 20,
  abi: '',
  memorySize: 4096,
})

/** The rectangle of WeChat's menu button at the top right, in px. */
function menuButtonRect({ window }: Host) {
  const right = window.innerWidth - 7
  return {
    width: 87,
    height: 32,
    left: right - 87,
    right,
    top: STATUS_BAR_HEIGHT + 4,
    bottom: STATUS_BAR_HEIGHT + 36,
  }
}

function addSystemInfo({ api, sync, host }: WxTarget) {
  const systemInfo = () => ({ ...windowInfo(host), ...appInfo(host), ...deviceInfo(host) })
  sync('getWindowInfo', () => windowInfo(host))
  sync('getAppBaseInfo', () => appInfo(host))
  sync('getDeviceInfo', () => deviceInfo(host))
  sync('getSystemInfoSync', systemInfo)
  sync('getSystemSetting', () => ({
    deviceOrientation: 'portrait',
    wifiEnabled: true,
    locationEnabled: true,
  }))
  sync('getAppAuthorizeSetting', () => ({ albumAuthorized: 'authorized', cameraAuthorized: 'authorized' }))
  sync('getMenuButtonBoundingClientRect', () => menuButtonRect(host))
  api('getSystemInfo', systemInfo)
  api('getSystemInfoAsync', systemInfo)
}

function addClipboard({ api, host }: WxTarget) {
  api<{ data: string }>('setClipboardData', async ({ data }) => {
    await requirePrivacyConsent(host, 'setClipboardData')
    host.device.clipboard = data
    host.record.toasts.push(host.settings.texts.copied)
  })
  api('getClipboardData', async () => {
    await requirePrivacyConsent(host, 'getClipboardData')
    return { data: host.device.clipboard }
  })
}

/** Adds system information, the clipboard and random values. */
export function addDevice(target: WxTarget) {
  const { api, host } = target
  addSystemInfo(target)
  addClipboard(target)
  api<{ length: number }>('getRandomValues', ({ length }) => ({
    randomValues: host.window.crypto.getRandomValues(new Uint8Array(length)).buffer,
  }))
}
