import { type DeviceSnapshot, emptyDevice } from './device'
import type { Fields, HostSettings } from './host-types'
import { SAMPLE_PHOTO } from './sample-photo'

/** A function is run in the test's own process, with the API's options as plain JSON. */
export type Mock = ((options: unknown) => unknown) | unknown

export interface LaunchOptions {
  /** Folder of the built mini-program. */
  dist: string
  /** Where the API really is; the build calls `builtOrigin`, and that is then the only origin it may call. */
  apiOrigin?: string
  /** The API origin compiled into the build. */
  builtOrigin?: string
  /** Opens this page as a shared card would, e.g. `/pages/storefront/shop?slug=x`. */
  url?: string
  /** Values in storage before the first start. */
  storage?: Fields
  /** APIs replaced by name; `openType:<type>` gives the detail of a button's event. */
  mocks?: Record<string, Mock>
  /** JPEG or PNG files the person picks; an empty list means they cancel. */
  photos?: Buffer[]
  /** An MP3 that the microphone hears; without one the person refuses it. */
  microphone?: Buffer
  /** What the camera reads from a code. */
  scan?: string
  /** Whether the person has agreed to the privacy terms before the first start. */
  privacyAgreed?: boolean
  online?: boolean
  platform?: 'ios' | 'android' | 'devtools'
  loginCode?: string
  /** How the app was opened, by WeChat's number: 1154 is a single page in Moments. */
  scene?: number
  /** Version of WeChat's base library: what came later is not there. */
  library?: string
  /** The `ext` that WeChat holds for an app made from a template. */
  ext?: Fields
  /** Whether a new version of the app has been downloaded. */
  updated?: boolean
}

const NEWEST_LIBRARY = '3.8.0'

const DEFAULT_BUILT_ORIGIN = 'http://127.0.0.1:4180'

export function firstDevice(options: LaunchOptions): DeviceSnapshot {
  const stored = Object.entries(options.storage ?? {}).map(([key, value]) => [key, JSON.stringify({ value })])
  return {
    ...emptyDevice(),
    storage: Object.fromEntries(stored),
    privacyAgreed: options.privacyAgreed ?? false,
  }
}

/** The API's origin as the build has it, or nothing when any origin may be called. */
export const builtOrigin = (options: LaunchOptions) =>
  options.apiOrigin === undefined ? undefined : (options.builtOrigin ?? DEFAULT_BUILT_ORIGIN)

/** Moves a url from the origin the build was made for to where the test serves it. */
export function placer(options: LaunchOptions): (url: string) => string {
  const built = builtOrigin(options)
  const real = options.apiOrigin
  if (built === undefined || real === undefined) return (url) => url
  return (url) => (url === built || url.startsWith(`${built}/`) ? real + url.slice(built.length) : url)
}

export const isFunctionMock = (mock: Mock): mock is (options: unknown) => unknown =>
  typeof mock === 'function'

export function settingsOf(options: LaunchOptions, device: DeviceSnapshot): HostSettings {
  const mocks = Object.entries(options.mocks ?? {})
  const built = builtOrigin(options)
  return {
    platform: options.platform ?? 'ios',
    appId: 'touristappid',
    envVersion: 'release',
    loginCode: options.loginCode ?? 'sample-login-code',
    assetBase: '/app',
    online: options.online ?? true,
    library: options.library ?? NEWEST_LIBRARY,
    ext: options.ext ?? {},
    updated: options.updated ?? false,
    ...(options.scene === undefined ? {} : { scene: options.scene }),
    photos: options.photos?.map((photo) => photo.toString('base64')) ?? [SAMPLE_PHOTO],
    mocks: Object.fromEntries(mocks.filter(([, mock]) => !isFunctionMock(mock))),
    mockedOutside: mocks.filter(([, mock]) => isFunctionMock(mock)).map(([name]) => name),
    device,
    ...(options.url === undefined ? {} : { url: options.url }),
    ...(options.microphone === undefined ? {} : { microphone: options.microphone.toString('base64') }),
    ...(options.scan === undefined ? {} : { scan: options.scan }),
    ...(built === undefined ? {} : { legalOrigins: [built] }),
  }
}

/** Runs the function a test gave for an API. */
export async function answerMock(options: LaunchOptions, name: string, given: unknown) {
  const mock = options.mocks?.[name]
  try {
    return { ok: true as const, value: isFunctionMock(mock) ? await mock(given) : mock }
  } catch (error) {
    return { ok: false as const, reason: error instanceof Error ? error.message : String(error) }
  }
}
