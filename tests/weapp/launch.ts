import { type ChromiumMiniProgram, type ChromiumOptions, launchInChromium } from 'weapp-host/chromium'
import { type JsdomMiniProgram, type JsdomOptions, launchInJsdom } from 'weapp-host/jsdom'
import { chromiumPath } from '../support/chromium'
import { WAIT_TIMEOUT_MS } from '../support/wait-timeout'

/** The API origin that `npm run build:weapp` compiles in by default. */
const DEFAULT_BUILT_ORIGIN = 'http://127.0.0.1:4180'

export interface WeappLaunch extends ChromiumOptions {
  /** Folder of the built mini-program. */
  dist: string
  /** Origin of the running API. The app may then call the origin it was built for, and no other. */
  apiOrigin?: string
  /** API origin that the build was made for. */
  builtOrigin?: string
}

/** Opens the built mini-program in Chromium. */
export function launchWeapp(options: WeappLaunch): Promise<ChromiumMiniProgram> {
  const { dist, apiOrigin, builtOrigin = DEFAULT_BUILT_ORIGIN, ...others } = options
  return launchInChromium(dist, {
    timeout: WAIT_TIMEOUT_MS,
    ...(apiOrigin ? { allowedOrigins: [builtOrigin], redirectOrigins: { [builtOrigin]: apiOrigin } } : {}),
    ...(others.browser ? {} : { browserOptions: { executablePath: chromiumPath() } }),
    ...others,
  })
}

/** Opens the built mini-program in jsdom. */
export function launchWeappInJsdom(dist: string, options: JsdomOptions): Promise<JsdomMiniProgram> {
  return launchInJsdom(dist, { timeout: WAIT_TIMEOUT_MS, ...options })
}
