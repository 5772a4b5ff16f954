import type { DeviceSnapshot, Fields, HostSettings, HostTexts } from '../shared/types'
import { isFunctionMock, type Mock } from './mocks'
import { SAMPLE_PHOTO } from './sample-photo'

/** Options of both launchers. Everything is optional. */
export interface LaunchOptions {
  /** Page to open first, as from a shared card: `/pages/item/index?id=1`. Default: the entry page. */
  url?: string
  /** WeChat's scene number. Default: 1007 with a `url`, otherwise 1001; 1154 is the single-page mode of Moments. */
  scene?: number
  /** Replacements of APIs by name, each a fixed value or a function. `openType:<type>` gives a button's event detail. */
  mocks?: Record<string, Mock>
  /** Values in storage before the first start. */
  storage?: Fields
  /** JPEG or PNG files the user picks; an empty list means that the user cancels. Default: one sample JPEG. */
  photos?: Buffer[]
  /** MP3 (16 kHz mono, 32 kbit/s) that the microphone repeats. Without it the user denies the microphone. */
  microphone?: Buffer
  /** Result of `wx.scanCode`. Without it the user cancels. */
  scan?: string
  /** True if the user has accepted the privacy terms before. Default: false. */
  privacyAgreed?: boolean
  /** True if the device has a network. Default: true. */
  online?: boolean
  /** Default: `ios`. */
  platform?: 'ios' | 'android' | 'devtools'
  /** Language tag. Default: `zh-CN`. */
  locale?: string
  /** Default: `touristappid`, which WeChat DevTools uses without an account. */
  appId?: string
  /** The code that `wx.login` returns. */
  loginCode?: string
  /** Version of WeChat's base library; APIs introduced later are absent. Default: `3.8.0`. */
  libraryVersion?: string
  /** Result of `wx.getExtConfigSync`. */
  extConfig?: Fields
  /** True if `wx.getUpdateManager` reports a downloaded update. Default: false. */
  updateReady?: boolean
  /** The only origins that network APIs may call, such as `https://api.example`. Default: every origin. */
  allowedOrigins?: string[]
  /** Origins to replace before a request is sent: `{ 'https://api.example': 'http://127.0.0.1:3000' }`. */
  redirectOrigins?: Record<string, string>
  /** Labels of WeChat's own dialogs. Default: WeChat's Chinese labels. */
  texts?: Partial<HostTexts>
  /** Window size in CSS pixels. Default: 375 × 667. */
  viewport?: { width: number; height: number }
  /** The time that methods wait for an element or a text, in milliseconds. Default: 10 000. */
  timeout?: number
}

const DEFAULT_LIBRARY_VERSION = '3.8.0'
export const DEFAULT_LOCALE = 'zh-CN'
export const DEFAULT_TIMEOUT = 10_000
export const DEFAULT_VIEWPORT = { width: 375, height: 667 }

const DEFAULT_TEXTS: HostTexts = {
  confirm: '确定',
  cancel: '取消',
  privacyTitle: '用户隐私保护提示',
  privacyAgree: '同意',
  privacyRefuse: '拒绝',
  copied: '内容已复制',
}

function initialDevice({ storage = {}, privacyAgreed = false }: LaunchOptions): DeviceSnapshot {
  const stored = Object.entries(storage).map(([key, value]) => [key, JSON.stringify({ value })])
  return {
    storage: Object.fromEntries(stored),
    files: { files: {}, folders: [] },
    privacyAgreed,
    clipboard: '',
    album: [],
  }
}

/** The settings that the window receives. */
export function createSettings(options: LaunchOptions): HostSettings {
  const mocks = Object.entries(options.mocks ?? {})
  return {
    platform: options.platform ?? 'ios',
    language: (options.locale ?? DEFAULT_LOCALE).replace('-', '_'),
    appId: options.appId ?? 'touristappid',
    envVersion: 'release',
    loginCode: options.loginCode ?? 'sample-login-code',
    assetBase: '/app',
    online: options.online ?? true,
    libraryVersion: options.libraryVersion ?? DEFAULT_LIBRARY_VERSION,
    extConfig: options.extConfig ?? {},
    updateReady: options.updateReady ?? false,
    texts: { ...DEFAULT_TEXTS, ...options.texts },
    photos: options.photos?.map((photo) => photo.toString('base64')) ?? [SAMPLE_PHOTO],
    mocks: Object.fromEntries(mocks.filter(([, mock]) => !isFunctionMock(mock))),
    functionMocks: mocks.filter(([, mock]) => isFunctionMock(mock)).map(([name]) => name),
    device: initialDevice(options),
    ...(options.scene === undefined ? {} : { scene: options.scene }),
    ...(options.url === undefined ? {} : { url: options.url }),
    ...(options.microphone === undefined ? {} : { microphone: options.microphone.toString('base64') }),
    ...(options.scan === undefined ? {} : { scan: options.scan }),
    ...(options.allowedOrigins === undefined ? {} : { allowedOrigins: options.allowedOrigins }),
    ...(options.redirectOrigins === undefined ? {} : { redirectOrigins: options.redirectOrigins }),
  }
}
