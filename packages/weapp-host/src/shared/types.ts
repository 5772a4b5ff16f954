import type { RequestRecord } from './record'

export type Fields = Record<string, unknown>

/** The part of a page's JSON file that WeChat also accepts under `window` in app.json. */
export interface PageWindow {
  navigationBarTitleText?: string
  navigationBarBackgroundColor?: string
  navigationBarTextStyle?: string
  navigationStyle?: string
  onReachBottomDistance?: number
  enablePullDownRefresh?: boolean
}

export interface ComponentJson extends PageWindow {
  component?: boolean
  styleIsolation?: string
  usingComponents?: Record<string, string>
}

export interface AppJson {
  pages: string[]
  entryPagePath?: string
  subPackages?: { root: string; pages: string[] }[]
  subpackages?: { root: string; pages: string[] }[]
  window?: PageWindow
  tabBar?: { list: { pagePath: string; text: string; iconPath?: string; selectedIconPath?: string }[] }
  usingComponents?: Record<string, string>
  lazyCodeLoading?: string
}

/** A compiled mini-program as plain data. Keys are paths without an extension, except in `js`, which keeps `.js`. */
export interface WeappBundle {
  app: AppJson
  json: Record<string, ComponentJson>
  js: Record<string, string>
  wxss: Record<string, string>
  templates: string
  warnings: string[]
}

export interface NativeFile {
  field: string
  fileName: string
  base64: string
}

/** A network call that Node sends on behalf of the window. */
export interface NativeRequest {
  id: number
  api: RequestRecord['api']
  url: string
  method: string
  header: Record<string, string>
  /** In milliseconds. */
  timeout: number
  text?: string
  base64?: string
  form?: { file: NativeFile; fields: Record<string, string> }
}

export type NativeReply =
  | { ok: true; statusCode: number; header: Record<string, string>; cookies: string[]; base64: string }
  | { ok: false; reason: string }

export type MockReply = { ok: true; value: unknown } | { ok: false; reason: string }

/** Functions that Node provides to the window. Arguments and results are plain JSON. */
export interface NativeBridge {
  request(call: NativeRequest): Promise<NativeReply>
  abort(id: number): void
  /** Calls the function that a test passed as the mock of an API. */
  mock(name: string, options: unknown): Promise<MockReply>
}

/** Labels that WeChat itself shows. */
export interface HostTexts {
  confirm: string
  cancel: string
  privacyTitle: string
  privacyAgree: string
  privacyRefuse: string
  copied: string
}

export interface FileSnapshot {
  /** Contents by path, as base64. */
  files: Record<string, string>
  folders: string[]
}

/** The state of the device that survives a relaunch of the app. */
export interface DeviceSnapshot {
  /** Values by key, each as the JSON of `{ value }`. */
  storage: Record<string, string>
  files: FileSnapshot
  privacyAgreed: boolean
  clipboard: string
  /** Images saved to the album, as base64. */
  album: string[]
}

/** The launch options as plain JSON, as the window receives them. */
export interface HostSettings {
  url?: string
  scene?: number
  platform: string
  /** Language tag with an underscore, such as `zh_CN`. */
  language: string
  appId: string
  envVersion: string
  loginCode: string
  /** URL prefix under which the files of the build are served. */
  assetBase: string
  online: boolean
  /** Base64 of the JPEG or PNG files the user picks; an empty list means that the user cancels. */
  photos: string[]
  /** Base64 of an MP3 (16 kHz mono, 32 kbit/s) that the microphone repeats; without it the user denies the microphone. */
  microphone?: string
  /** The result of `wx.scanCode`; without it the user cancels. */
  scan?: string
  /** APIs that answer with a fixed value. */
  mocks: Fields
  /** Names of the APIs whose mock is a function in Node. */
  functionMocks: string[]
  libraryVersion: string
  extConfig: Fields
  updateReady: boolean
  /** Origins that network APIs may call; every origin if absent. */
  allowedOrigins?: string[]
  /** Origins to replace before a socket connects; those of requests are replaced in Node. */
  redirectOrigins?: Record<string, string>
  texts: HostTexts
  device: DeviceSnapshot
}

/** The card a page returned from `onShareAppMessage`, with WeChat's defaults filled in. */
export interface Share {
  from: 'button' | 'menu'
  title: string
  path: string
  imageUrl: string
}
