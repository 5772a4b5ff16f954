import type { Device, DeviceSnapshot } from './device'
import type { Layers } from './layers'
import type { PageStack } from './page-stack'
import type { Recorder, RequestRecord } from './recorder'
import type { Router } from './router'

export type Fields = Record<string, unknown>

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

/** A built mini-program as data: keys are paths inside it without an extension, except `js`, which keeps `.js`. */
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

export interface NativeRequest {
  id: number
  api: RequestRecord['api']
  url: string
  method: string
  header: Record<string, string>
  timeout: number
  text?: string
  base64?: string
  form?: { file: NativeFile; fields: Record<string, string> }
}

export type NativeReply =
  | { ok: true; statusCode: number; header: Record<string, string>; cookies: string[]; base64: string }
  | { ok: false; reason: string }

/** What the host needs from the world outside the page; arguments and answers are plain JSON. */
export interface NativeBridge {
  request(call: NativeRequest): Promise<NativeReply>
  abort(id: number): void
  /** Answers an API that a test replaced by a function. */
  mock(name: string, options: unknown): Promise<{ ok: true; value: unknown } | { ok: false; reason: string }>
}

export interface HostSettings {
  url?: string
  platform: string
  appId: string
  envVersion: string
  loginCode: string
  assetBase: string
  online: boolean
  /** Pictures the person picks from the album, as base64 of JPEG or PNG files; none means they cancel. */
  photos: string[]
  /** What the microphone hears, over and over: base64 of an MP3 of 16 kHz and 32 kbit a second. Without it the microphone is refused. */
  microphone?: string
  /** What the camera reads from a code; absent means the person cancels. */
  scan?: string
  /** Answers of APIs replaced by a plain value. */
  mocks: Fields
  /** Names of APIs replaced by a function outside the page. */
  mockedOutside: string[]
  /** How the app was opened, by WeChat's number; a chat or the list of apps unless told. */
  scene?: number
  /** Version of WeChat's base library: what came later is not there. */
  library: string
  /** The `ext` that WeChat holds for an app made from a template. */
  ext: Fields
  /** Whether a new version of the app has been downloaded. */
  updated: boolean
  /** The only origins `wx.request` and its like may call; absent means any. */
  legalOrigins?: string[]
  device: DeviceSnapshot
}

export interface Share {
  from: 'button' | 'menu'
  title: string
  path: string
  imageUrl: string
}

export interface LaunchOptions {
  path: string
  query: Record<string, string>
  scene: number
  referrerInfo: Fields
}

/** What a page or the app gives to `Page()` and `App()`, as far as the host calls it. */
export interface Hooks {
  [name: string]: unknown
}

export type HostWindow = Window & typeof globalThis

export interface Host {
  window: HostWindow
  bundle: WeappBundle
  native: NativeBridge
  settings: HostSettings
  device: Device
  record: Recorder
  layers: Layers
  pages: PageStack
  router: Router
  wx: Fields
  app: Hooks | undefined
  launchOptions: LaunchOptions
  /** Puts an uncaught error on record and tells the app's `onError`. */
  fail(error: unknown): void
  /** Calls the listeners an app has put on a `wx.on…` event. */
  emit(event: string, value: unknown): void
  evaluate(source: string): unknown
}
