import type { Browser, CDPSession, Page } from 'playwright-core'
import { type ProbedWindow, probePaint, type Seen } from './paint-probe'

/** `roundTrip` in ms, `rate` in kbit/s. */
export interface Network {
  name: string
  roundTrip: number
  rate: number
}

export type Visit = Required<Seen> & {
  /** Bytes on the wire, heads included, of what was whole before name and price were painted, and of the whole visit. */
  bytesBefore: number
  bytes: number
}

const SLOWER_CPU = 4

/** Every answer: when all of it was there (seconds on the browser's clock), and its bytes on the wire. */
function watchBytes(session: CDPSession) {
  const answers: { at: number; bytes: number }[] = []
  let began: number | undefined
  session.on('Network.requestWillBeSent', ({ timestamp }) => {
    began ??= timestamp
  })
  session.on('Network.loadingFinished', ({ timestamp, encodedDataLength }) => {
    answers.push({ at: timestamp, bytes: encodedDataLength })
  })
  return (ms = Number.POSITIVE_INFINITY) =>
    answers.filter(({ at }) => (at - (began ?? 0)) * 1000 <= ms).reduce((sum, { bytes }) => sum + bytes, 0)
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

/** Until Taro has taken over, all that was asked for has come, and the layout has had time to move. */
async function settled(page: Page): Promise<Required<Seen>> {
  const seen = () => page.evaluate(() => (window as unknown as ProbedWindow).seen)
  await page.waitForFunction(
    () => {
      const { painted, takenOver } = (window as unknown as ProbedWindow).seen
      return painted !== undefined && takenOver !== undefined
    },
    null,
    { timeout: 60_000, polling: 100 },
  )
  await page.waitForLoadState('networkidle', { timeout: 60_000 })
  return (await seen()) as Required<Seen>
}

/** A phone (390×844, four times slower than this machine) that has never been here opens a shop. */
export async function visitOnce(browser: Browser, url: string, network: Network): Promise<Visit> {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    deviceScaleFactor: 2,
    isMobile: true,
    hasTouch: true,
    locale: 'zh-CN',
  })
  try {
    const page = await context.newPage()
    const session = await context.newCDPSession(page)
    await throttle(session, network)
    const bytesUntil = watchBytes(session)
    await page.addInitScript(probePaint)
    await page.goto(url, { waitUntil: 'commit', timeout: 60_000 })
    const seen = await settled(page)
    return { ...seen, bytesBefore: bytesUntil(seen.painted), bytes: bytesUntil() }
  } finally {
    await context.close()
  }
}
