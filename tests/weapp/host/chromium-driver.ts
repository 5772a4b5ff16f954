import type { Browser, BrowserContext, Page } from 'playwright-core'
import { launchBrowser } from '../../support/chromium'
import { AppSession } from './app-session'
import { compileBundle } from './compile-bundle'
import type { HostSettings, NativeRequest, WeappBundle } from './host-types'
import { answerMock, firstDevice, type LaunchOptions, placer, settingsOf } from './launch-options'
import { NativeNetwork } from './native-network'
import { originOf, type RequestRecord } from './recorder'
import { serveSite } from './site-server'
import { WeappApp } from './weapp-app'

export interface WeappLaunch extends LaunchOptions {
  viewport?: { width: number; height: number }
  /** A running browser to open the app in; without it one is started for this app alone. */
  browser?: Browser
}

const PHONE = { width: 375, height: 667 }

interface BridgeWindow {
  __weappRequest(call: NativeRequest): Promise<unknown>
  __weappAbort(id: number): Promise<void>
  __weappMock(name: string, given: unknown): Promise<unknown>
  __weappNative: object
}

/** Joins the window to Node: network, mocks, and the bundle with its settings. */
async function bridge(
  page: Page,
  options: LaunchOptions,
  network: NativeNetwork,
  input: { bundle: WeappBundle; settings: HostSettings },
) {
  await page.exposeFunction('__weappRequest', (call: NativeRequest) => network.request(call))
  await page.exposeFunction('__weappAbort', (id: number) => network.abort(id))
  await page.exposeFunction('__weappMock', (name: string, given: unknown) => answerMock(options, name, given))
  await page.exposeFunction('__weappInput', () => input)
  await page.addInitScript(() => {
    const self = window as unknown as BridgeWindow
    self.__weappNative = {
      request: (call: NativeRequest) => self.__weappRequest(call),
      abort: (id: number) => self.__weappAbort(id),
      mock: (name: string, given: unknown) => self.__weappMock(name, given),
    }
  })
}

/** Pictures come through Node too: they are put on record, and no canvas is tainted by them. */
async function watchPictures(
  context: BrowserContext,
  site: string,
  settings: HostSettings,
  network: NativeNetwork,
): Promise<RequestRecord[]> {
  const seen: RequestRecord[] = []
  let id = 0
  await context.route(
    (url) => /^https?:/.test(url.href) && url.origin !== site,
    async (route) => {
      const url = route.request().url()
      const method = route.request().method()
      seen.push({ api: 'image', method, url, origin: originOf(url) })
      if (!settings.online) return route.abort('internetdisconnected')
      id -= 1
      const reply = await network.request({ id, api: 'image', url, method, header: {}, timeout: 30_000 })
      if (!reply.ok) return route.abort('failed')
      const { 'content-encoding': _encoding, 'content-length': _length, ...headers } = reply.header
      return route.fulfill({
        status: reply.statusCode,
        headers: { ...headers, 'access-control-allow-origin': '*' },
        body: Buffer.from(reply.base64, 'base64'),
      })
    },
  )
  return seen
}

async function openContext(browser: Browser, options: WeappLaunch) {
  const context = await browser.newContext({
    viewport: options.viewport ?? PHONE,
    deviceScaleFactor: 2,
    isMobile: true,
    hasTouch: true,
    locale: 'zh-CN',
  })
  return { context, page: await context.newPage() }
}

/** Starts a built mini-program in Chromium, as on a phone with touch. Close it when done. */
export async function launchWeapp(options: WeappLaunch): Promise<WeappApp> {
  const bundle = compileBundle(options.dist)
  const browser = options.browser ?? (await launchBrowser())
  const site = await serveSite(options.dist)
  const { context, page } = await openContext(browser, options)
  const closeAll = async () => {
    await context.close()
    if (!options.browser) await browser.close()
    await site.close()
  }
  try {
    const settings = settingsOf(options, firstDevice(options))
    const network = new NativeNetwork(placer(options))
    await bridge(page, options, network, { bundle, settings })
    const pictures = await watchPictures(context, site.origin, settings, network)
    const session = new AppSession({ page, origin: site.origin, settings, pictures, closeAll })
    await session.start()
    return new WeappApp(page, session)
  } catch (error) {
    await closeAll()
    throw error
  }
}
