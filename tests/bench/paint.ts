import type { Browser } from 'playwright-core'
import { buildH5 } from '../../scripts/build-h5.mjs'
import { buildServer } from '../../scripts/build-server.mjs'
import { startDemoServer } from '../e2e/screens/demo-server'
import { launchBrowser } from '../support/chromium'
import { startServer } from '../support/server-process'
import { openStockedShop } from '../support/stocked-shop'
import { startBarePage } from './bare-page'
import { type Network, type Visit, visitBare, visitOnce } from './paint-visit'
import { exitAfter, median, printTable, type Row, rowOf } from './table'
import { openTemplateShops } from './template-shops'

const RUNS = 7
const MAX_MS = 800
/** Times the paint of a bare page with the same words. */
const MAX_TIMES_BARE = 1.25
const MAX_SHIFT = 0.02

/**
 * Throttled as by Chromium: the latency applies once per request, and all responses share the rate. Connection setup
 * (one round trip, two more with TLS) is not included, since no page can shorten it.
 */
const slow: Network = { name: 'slow 3G', roundTrip: 400, rate: 400 }
const fast: Network = { name: 'fast 3G', roundTrip: 150, rate: 1600 }

const ms = (times: number[]) =>
  `${median(times).toFixed(0)} ms (${Math.min(...times).toFixed(0)} to ${Math.max(...times).toFixed(0)})`
const kb = (bytes: number) => `${(bytes / 1024).toFixed(1)} KB`

function rowsOf(name: string, network: Network, visits: Visit[], bare: number[]): Row[] {
  const all = (of: (visit: Visit) => number) => visits.map(of)
  const painted = all((visit) => visit.painted)
  const layoutShift = Math.max(...all((visit) => visit.layoutShift))
  const what = `${name}, ${network.name}: name and first price`
  const times = median(painted.map((one, i) => one / (bare[i] ?? Number.NaN)))
  const isSlow = network === slow
  return [
    isSlow ? rowOf(what, ms(painted), `≤ ${MAX_MS} ms`, median(painted) <= MAX_MS) : rowOf(what, ms(painted)),
    rowOf(
      '  compared with a bare page of the same words',
      `${times.toFixed(2)} × ${ms(bare)}`,
      isSlow ? `≤ ${MAX_TIMES_BARE} ×` : undefined,
      !isSlow || times <= MAX_TIMES_BARE,
    ),
    rowOf('  Taro has taken over', ms(all((visit) => visit.takenOver))),
    rowOf('  bytes before name and price', kb(median(all((visit) => visit.bytesBefore)))),
    rowOf('  bytes until at rest', kb(median(all((visit) => visit.bytes)))),
    rowOf('  layout shift, the worst', layoutShift.toFixed(3), `≤ ${MAX_SHIFT}`, layoutShift <= MAX_SHIFT),
  ]
}

/** The first visit does not count, since the server renders the page then and caches it. */
async function measure(browser: Browser, name: string, url: string, networks = [slow, fast]): Promise<Row[]> {
  await visitOnce(browser, url, fast)
  const bare = await startBarePage(browser, url)
  await visitBare(browser, bare.url, fast)
  const rows: Row[] = []
  for (const network of networks) {
    const visits: Visit[] = []
    const floors: number[] = []
    for (let i = 0; i < RUNS; i++) {
      visits.push(await visitOnce(browser, url, network))
      floors.push(await visitBare(browser, bare.url, network))
    }
    rows.push(...rowsOf(name, network, visits, floors))
  }
  bare.close()
  return rows
}

/** Words in the command choose shops: `npm run bench:paint -- orchard demo large`. */
const chosen = process.argv.slice(2)
const isChosen = (name: string) => chosen.length === 0 || chosen.includes(name)

async function run() {
  await buildServer()
  await buildH5()
  const demo = await startDemoServer()
  const server = await startServer({ RATE_LIMIT: 'off', LOG_LEVEL: 'warn' })
  const browser = await launchBrowser()
  try {
    const rows: Row[] = []
    for (const { template, slug } of await openTemplateShops(server.origin))
      if (isChosen(template))
        rows.push(...(await measure(browser, template, `${server.origin}/s/${slug}`, [slow])))
    const { slug } = await openStockedShop(server.origin, { goods: 40, photos: 12 })
    const [shop] = demo.shops()
    if (isChosen('demo'))
      rows.push(...(await measure(browser, 'the demo’s shop', `${demo.origin}/s/${shop?.slug}`)))
    if (isChosen('large'))
      rows.push(...(await measure(browser, 'a shop of 40 products', `${server.origin}/s/${slug}`)))
    return printTable(`bench:paint (median of ${RUNS}, cold cache, 390×844, CPU 4× slower)`, rows)
  } finally {
    await browser.close()
    await server.dispose()
    await demo.close()
  }
}

exitAfter(run())
