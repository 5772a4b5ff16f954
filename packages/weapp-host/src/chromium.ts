import type { Browser, BrowserContext, LaunchOptions as BrowserOptions, Page } from 'playwright-core'
import { launchBrowser } from './node/browser'
import { ChromiumMiniProgram } from './node/chromium-mini-program'
import { compileBundle } from './node/compile-bundle'
import { type MockTable, runMock } from './node/mocks'
import { NativeNetwork } from './node/network'
import {
  createSettings,
  DEFAULT_LOCALE,
  DEFAULT_TIMEOUT,
  DEFAULT_VIEWPORT,
  type LaunchOptions,
} from './node/options'
import { Session, type WindowDriver } from './node/session'
import { serveSite } from './node/site-server'
import { allPages } from './shared/app-config'
import type { WeappGlobals } from './shared/controls'
import { originOf, type RequestRecord } from './shared/record'
import { rewriteUrl } from './shared/rewrite-url'
import type { HostSettings, NativeRequest, WeappBundle } from './shared/types'

export { ChromiumMiniProgram } from './node/chromium-mini-program'

export interface ChromiumOptions extends LaunchOptions {
  /** A running browser to open the app in. Without it a browser is started and closed together with the app. */
  browser?: Browser
  /** Playwright's options for the browser that is started, such as `executablePath`, `args` and `headless`. */
  browserOptions?: BrowserOptions
}

const IMAGE_TIMEOUT_MS = 30_000

interface BridgeWindow {
  __weappRequest(call: NativeRequest): Promise<unknown>
  __weappAbort(id: number): Promise<void>
  __weappMock(name: string, options: unknown): Promise<unknown>
  __weappNative: object
}

/** Exposes Node's network, the mocks and the app with its settings to the page. */
async function exposeBridge(
  page: Page,
  mocks: MockTable,
  network: NativeNetwork,
  input: { bundle: WeappBundle; settings: HostSettings },
) {
  await page.exposeFunction('__weappRequest', (call: NativeRequest) => network.request(call))
  await page.exposeFunction('__weappAbort', (id: number) => network.abort(id))
  await page.exposeFunction('__weappMock', (name: string, options: unknown) => runMock(mocks, name, options))
  await page.exposeFunction('__weappInput', () => input)
  await page.addInitScript(() => {
    const bridge = window as unknown as BridgeWindow
    bridge.__weappNative = {
      request: (call: NativeRequest) => bridge.__weappRequest(call),
      abort: (id: number) => bridge.__weappAbort(id),
      mock: (name: string, options: unknown) => bridge.__weappMock(name, options),
    }
  })
}

/** Loads images through Node, so that they are recorded and do not taint a canvas. Returns the live list of requests. */
async function routeImages(
  context: BrowserContext,
  siteOrigin: string,
  settings: HostSettings,
  network: NativeNetwork,
): Promise<RequestRecord[]> {
  const requests: RequestRecord[] = []
  let id = 0
  await context.route(
    (url) => /^https?:/.test(url.href) && url.origin !== siteOrigin,
    async (route) => {
      const url = route.request().url()
      const method = route.request().method()
      requests.push({ api: 'image', method, url, origin: originOf(url) })
      if (!settings.online) return route.abort('internetdisconnected')
      // negative, to differ from the ids that the window gives its own calls
      id -= 1
      const call = { id, api: 'image' as const, url, method, header: {}, timeout: IMAGE_TIMEOUT_MS }
      const reply = await network.request(call)
      if (!reply.ok) return route.abort('failed')
      const { 'content-encoding': _encoding, 'content-length': _length, ...headers } = reply.header
      return route.fulfill({
        status: reply.statusCode,
        headers: { ...headers, 'access-control-allow-origin': '*' },
        body: Buffer.from(reply.base64, 'base64'),
      })
    },
  )
  return requests
}

function createDriver(page: Page, origin: string, close: () => Promise<void>): WindowDriver {
  const driver: WindowDriver = {
    async open() {
      await page.goto(`${origin}/`)
      await driver.control(() => undefined, undefined)
    },
    async control<Result, Input>(run: (...given: never[]) => unknown, input: Input) {
      const app = await page.evaluateHandle(() => (window as unknown as WeappGlobals).__weapp)
      try {
        return (await app.evaluate(run as (app: unknown, input: unknown) => unknown, input)) as Result
      } finally {
        await app.dispose()
      }
    },
    close,
  }
  return driver
}

const createPhoneContext = (browser: Browser, { viewport, locale }: LaunchOptions): Promise<BrowserContext> =>
  browser.newContext({
    viewport: viewport ?? DEFAULT_VIEWPORT,
    deviceScaleFactor: 2,
    isMobile: true,
    hasTouch: true,
    locale: locale ?? DEFAULT_LOCALE,
  })

/** Runs the built mini-program in `folder` in Chromium, as on a phone with touch. Close the result when done. */
export async function launchInChromium(
  folder: string,
  options: ChromiumOptions = {},
): Promise<ChromiumMiniProgram> {
  const bundle = compileBundle(folder)
  const browser = options.browser ?? (await launchBrowser(options.browserOptions))
  const site = await serveSite(folder)
  const context = await createPhoneContext(browser, options)
  const close = async () => {
    await context.close()
    if (!options.browser) await browser.close()
    await site.close()
  }
  try {
    const page = await context.newPage()
    const settings = createSettings(options)
    const mocks: MockTable = new Map(Object.entries(options.mocks ?? {}))
    const network = new NativeNetwork(settings.appId, (url) => rewriteUrl(url, options.redirectOrigins))
    await exposeBridge(page, mocks, network, { bundle, settings })
    const driver = createDriver(page, site.origin, close)
    const session = new Session({
      driver,
      settings,
      mocks,
      pages: allPages(bundle.app),
      imageRequests: await routeImages(context, site.origin, settings, network),
      timeout: options.timeout ?? DEFAULT_TIMEOUT,
    })
    await driver.open()
    return new ChromiumMiniProgram(page, session)
  } catch (error) {
    await close()
    throw error
  }
}
