import type { Browser, BrowserContextOptions, CDPSession, Page } from 'playwright-core'
import { type PaintTimings, type ProbedWindow, probePaint } from './paint-probe'

/** A throttled network: `roundTrip` in ms, `rate` in kbit/s. */
export interface Network {
  name: string
  roundTrip: number
  rate: number
}

export type Visit = Required<PaintTimings> & {
  /**
   * Bytes on the wire including headers: of responses complete before name and price were painted, and of the whole
   * visit.
   */
  bytesBefore: number
  bytes: number
}

/** The storage of a browser in which a person is signed in. */
export type Session = Pick<BrowserContextOptions, 'storageState'>

const SLOWER_CPU = 4

/** Records when each response was complete and its size; returns a function that sums the bytes until a time in ms. */
function watchBytes(session: CDPSession) {
  const responses: { at: number; bytes: number }[] = []
  let began: number | undefined
  session.on('Network.requestWillBeSent', ({ timestamp }) => {
    began ??= timestamp
  })
  session.on('Network.loadingFinished', ({ timestamp, encodedDataLength }) => {
    responses.push({ at: timestamp, bytes: encodedDataLength })
  })
  return (ms = Number.POSITIVE_INFINITY) =>
    responses.filter(({ at }) => (at - (began ?? 0)) * 1000 <= ms).reduce((sum, { bytes }) => sum + bytes, 0)
}

async function throttle(session: CDPSession, { roundTrip, rate }: Network) {
  const throughput = (rate * 1000) / 8
  await session.send('Network.enable')
  await session.send('Network.setCacheDisabled', { cacheDisabled: true })
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: roundTrip,
    downloadThroughput: throughput,
    uploadThroughput: throughput,
  })
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER_CPU })
}

/** Waits until Taro has taken over and the network is idle; returns the timings. */
async function waitUntilSettled(page: Page): Promise<Required<PaintTimings>> {
  const timings = () => page.evaluate(() => (window as unknown as ProbedWindow).timings)
  await page.waitForFunction(
    () => {
      const { painted, takenOver } = (window as unknown as ProbedWindow).timings
      return painted !== undefined && takenOver !== undefined
    },
    null,
    { timeout: 60_000, polling: 100 },
  )
  await page.waitForLoadState('networkidle', { timeout: 60_000 })
  return (await timings()) as Required<PaintTimings>
}

/** Opens a page in a new browser context like a phone: 390×844, CPU four times slower than this machine. */
async function onPhone<T>(
  browser: Browser,
  network: Network,
  session: Session,
  use: (page: Page, devTools: CDPSession) => Promise<T>,
): Promise<T> {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    deviceScaleFactor: 2,
    isMobile: true,
    hasTouch: true,
    locale: 'zh-CN',
    ...session,
  })
  try {
    const page = await context.newPage()
    const devTools = await context.newCDPSession(page)
    await throttle(devTools, network)
    return await use(page, devTools)
  } finally {
    await context.close()
  }
}

/** Opens a page with prices. */
export const visitOnce = (
  browser: Browser,
  url: string,
  network: Network,
  session: Session = {},
): Promise<Visit> =>
  onPhone(browser, network, session, async (page, devTools) => {
    const bytesUntil = watchBytes(devTools)
    await page.addInitScript(probePaint)
    await page.goto(url, { waitUntil: 'commit', timeout: 60_000 })
    const timings = await waitUntilSettled(page)
    return { ...timings, bytesBefore: bytesUntil(timings.painted), bytes: bytesUntil() }
  })

/** The time in ms until the words of a page without scripts and styles are painted. */
export const visitBare = (browser: Browser, url: string, network: Network): Promise<number> =>
  onPhone(browser, network, {}, async (page) => {
    await page.addInitScript(probePaint)
    await page.goto(url, { waitUntil: 'load', timeout: 60_000 })
    const painted = await page.waitForFunction(
      () => (window as unknown as ProbedWindow).timings.painted,
      null,
      { timeout: 60_000, polling: 100 },
    )
    return (await painted.jsonValue()) as number
  })

/** The time in ms from opening a page until an element of it is there, and the bytes on the wire until then. */
export const openUntil = (
  browser: Browser,
  url: string,
  selector: string,
  { network, session }: { network: Network; session: Session },
): Promise<{ ms: number; bytes: number }> =>
  onPhone(browser, network, session, async (page, devTools) => {
    const bytesUntil = watchBytes(devTools)
    await page.goto(url, { waitUntil: 'commit', timeout: 60_000 })
    await page.locator(selector).first().waitFor({ timeout: 60_000 })
    return { ms: await page.evaluate(() => performance.now()), bytes: bytesUntil() }
  })
