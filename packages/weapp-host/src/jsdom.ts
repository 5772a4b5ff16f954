import { compileBundle } from './node/compile-bundle'
import { JsdomDriver } from './node/jsdom-driver'
import { JsdomMiniProgram } from './node/jsdom-mini-program'
import type { MockTable } from './node/mocks'
import { NativeNetwork } from './node/network'
import { createSettings, DEFAULT_TIMEOUT, DEFAULT_VIEWPORT, type LaunchOptions } from './node/options'
import { Session } from './node/session'
import { allPages } from './shared/app-config'
import { rewriteUrl } from './shared/rewrite-url'

export { JsdomMiniProgram } from './node/jsdom-mini-program'

export type JsdomOptions = LaunchOptions

/** Runs the built mini-program in `folder` in jsdom, inside this process: fast, without layout and drawing. */
export async function launchInJsdom(folder: string, options: JsdomOptions = {}): Promise<JsdomMiniProgram> {
  const bundle = compileBundle(folder)
  const settings = createSettings(options)
  const mocks: MockTable = new Map(Object.entries(options.mocks ?? {}))
  const network = new NativeNetwork(settings.appId, (url) => rewriteUrl(url, options.redirectOrigins))
  const viewport = options.viewport ?? DEFAULT_VIEWPORT
  const driver = new JsdomDriver({ bundle, settings, mocks, network, viewport })
  await driver.open()
  const session = new Session({
    driver,
    settings,
    mocks,
    pages: allPages(bundle.app),
    imageRequests: [],
    timeout: options.timeout ?? DEFAULT_TIMEOUT,
  })
  return new JsdomMiniProgram(driver, session)
}
