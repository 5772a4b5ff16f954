import { needPrivacyAgreement } from '../privacy'
import type { WxTarget } from './api'

const STATUS_BAR = 20

function addSystemInfo({ api, sync, host }: WxTarget) {
  const { window } = host
  const windowInfo = () => {
    const [width, height] = [window.innerWidth, window.innerHeight]
    const safeArea = {
      left: 0,
      right: width,
      top: STATUS_BAR,
      bottom: height,
      width,
      height: height - STATUS_BAR,
    }
    return {
      pixelRatio: window.devicePixelRatio,
      screenWidth: width,
      screenHeight: height,
      windowWidth: width,
      windowHeight: height,
      statusBarHeight: STATUS_BAR,
      screenTop: 0,
      safeArea,
    }
  }
  const appInfo = () => ({
    SDKVersion: host.settings.library,
    version: '8.0.50',
    language: 'zh_CN',
    theme: 'light',
    enableDebug: false,
    fontSizeSetting: 16,
    fontSizeScaleFactor: 1,
    host: { appId: '', env: 'WeChat' },
  })
  const deviceInfo = () => ({
    brand: 'sample',
    model: 'sample',
    system: 'iOS 17.0',
    platform: host.settings.platform,
    benchmarkLevel: 20,
    abi: '',
    memorySize: 4096,
  })
  const everything = () => ({ ...windowInfo(), ...appInfo(), ...deviceInfo() })
  sync('getWindowInfo', windowInfo)
  sync('getAppBaseInfo', appInfo)
  sync('getDeviceInfo', deviceInfo)
  sync('getSystemInfoSync', everything)
  sync('getSystemSetting', () => ({
    deviceOrientation: 'portrait',
    wifiEnabled: true,
    locationEnabled: true,
  }))
  sync('getAppAuthorizeSetting', () => ({ albumAuthorized: 'authorized', cameraAuthorized: 'authorized' }))
  sync('getMenuButtonBoundingClientRect', () => {
    const right = window.innerWidth - 7
    return { width: 87, height: 32, left: right - 87, right, top: STATUS_BAR + 4, bottom: STATUS_BAR + 36 }
  })
  api('getSystemInfo', everything)
  api('getSystemInfoAsync', everything)
}

function addClipboard({ api, host }: WxTarget) {
  api<{ data: string }>('setClipboardData', async ({ data }) => {
    await needPrivacyAgreement(host, 'setClipboardData')
    host.device.clipboard = data
    host.record.toasts.push('内容已复制')
  })
  api('getClipboardData', async () => {
    await needPrivacyAgreement(host, 'getClipboardData')
    return { data: host.device.clipboard }
  })
}

export function addDevice(target: WxTarget) {
  const { api, host } = target
  addSystemInfo(target)
  addClipboard(target)
  api<{ length: number }>('getRandomValues', ({ length }) => ({
    randomValues: host.window.crypto.getRandomValues(new Uint8Array(length)).buffer,
  }))
}
