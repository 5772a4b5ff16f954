import type { Browser } from 'playwright-core'
import { urlOf } from '@/routes'
import { buildH5 } from '../../scripts/build-h5.mjs'
import { buildServer } from '../../scripts/build-server.mjs'
import { buildWeapp } from '../../scripts/build-weapp.mjs'
import { launchBrowser } from '../support/chromium'
import { LONG_SHOP_PRODUCTS, openLongShop } from '../support/long-shop'
import { openStockedShop } from '../support/stocked-shop'
import { walkList } from '../weapp/walk-list'
import { startWalkWorld, type WalkWorld } from '../weapp/walk-world'
import { BUSY_SHOP_ORDERS, type BusyShop, openBusyShop, SELLER } from './list/busy-shop'
import { measureAlternately, type Pair, RUNS, SHORT_LENGTH, timeRow } from './list/compare-lists'
import { type ListVisit, visitList } from './list/h5-visit'
import { openInWeapp } from './list/weapp-visit'
import { type Network, openUntil, visitOnce } from './paint-visit'
import { exitAfter, median, printTable, type Row, rowOf } from './table'

/** How long a seller waits for the first thing to tap on her home, in ms. */
const HOME_MS = 8000
const HOME_VISITS = 3

/** The seller's home on the slowest network. */
async function homeRows(browser: Browser, world: WalkWorld): Promise<Row[]> {
  const { shopId, session } = await openBusyShop(browser, world, SHORT_LENGTH)
  const visits: { ms: number; bytes: number }[] = []
  for (let i = 0; i < HOME_VISITS; i++)
    visits.push(
      await openUntil(browser, `${world.origin}/merchant?shop=${shopId}`, '.today-panel [role=button]', {
        network: slow3g,
        session,
      }),
    )
  const ms = median(visits.map((visit) => visit.ms))
  return [
    rowOf(
      `H5, ${slow3g.name}, CPU 4× slower: a seller's home until it can be tapped`,
      `${ms.toFixed(0)} ms, ${kb(median(visits.map(({ bytes }) => bytes)))}`,
      `≤ ${HOME_MS} ms`,
      ms <= HOME_MS,
    ),
  ]
}

const openBusyShops = async (browser: Browser, world: WalkWorld): Promise<Pair<BusyShop>> => ({
  long: await openBusyShop(browser, world, BUSY_SHOP_ORDERS),
  short: await openBusyShop(browser, world, SHORT_LENGTH),
})

/** Compares the seller's list of 500 waiting orders with one of 5, in the mini-program and on H5. */
async function orderRows(browser: Browser, world: WalkWorld, network: Network): Promise<Row[]> {
  const shops = await openBusyShops(browser, world)
  const inWeapp = await measureAlternately(shops, ({ shopId }) =>
    openInWeapp(browser, world, { page: urlOf('merchant', { shop: shopId, tab: 'orders' }), person: SELLER }),
  )
  const visits = await measureAlternately(shops, ({ shopId, session }) =>
    visitOnce(browser, `${world.origin}/merchant?shop=${shopId}&tab=orders`, network, session),
  )
  const times = (of: 'painted' | 'takenOver') => ({
    long: visits.long.map((visit) => visit[of]),
    short: visits.short.map((visit) => visit[of]),
  })
  return [
    timeRow(`weapp: a seller's ${BUSY_SHOP_ORDERS} orders opened until sums are there`, inWeapp),
    timeRow(`H5, ${network.name}, CPU 4× slower: a seller's orders, name and first sum`, times('painted')),
    timeRow('  Taro has taken over', times('takenOver')),
  ]
}

const KB = 1024
const FIRST_SET_DATA = 15 * KB
const TAP_BYTES = 300

const slow3g = { name: 'slow 3G', roundTrip: 400, rate: 400 }
const fast3g = { name: 'fast 3G', roundTrip: 150, rate: 1600 }
const kb = (bytes: number) => `${(bytes / KB).toFixed(1)} KB`

interface Shops extends Pair<Awaited<ReturnType<typeof openStockedShop>>> {
  long: Awaited<ReturnType<typeof openLongShop>>
}

async function weappRows(browser: Browser, world: WalkWorld, shops: Shops): Promise<Row[]> {
  const opened = await measureAlternately(shops, ({ slug }) =>
    openInWeapp(browser, world, { page: urlOf('shop', { slug }) }),
  )
  const app = await world.app(browser)
  try {
    const walked = await walkList(app, shops.long.slug, shops.long.names)
    return [
      timeRow('weapp: a page opened until prices are there', opened),
      rowOf(
        '  all that is sent until then',
        kb(walked.opening),
        `≤ ${kb(FIRST_SET_DATA)}`,
        walked.opening <= FIRST_SET_DATA,
      ),
      rowOf('  a tap on +', `${walked.nextTap} B`, `≤ ${TAP_BYTES} B`, walked.nextTap <= TAP_BYTES),
      rowOf('  the first tap, with the bar it brings', `${walked.firstTap} B`),
      rowOf(
        '  down to the last product: all, the largest, updates',
        `${kb(walked.scroll)}, ${kb(walked.largestScroll)}, ${walked.updates}`,
      ),
      rowOf('  products there at the end, elements', `${walked.cards}, ${walked.nodes}`),
    ]
  } finally {
    await app.close()
  }
}

async function h5Rows(browser: Browser, origin: string, shops: Shops): Promise<Row[]> {
  const urlOf = (slug: string) => `${origin}/s/${slug}`
  const opened = await measureAlternately(shops, ({ slug }) => visitOnce(browser, urlOf(slug), fast3g))
  const times = (of: 'painted' | 'takenOver') => ({
    long: opened.long.map((visit) => visit[of]),
    short: opened.short.map((visit) => visit[of]),
  })
  const visits: ListVisit[] = []
  for (let i = 0; i < RUNS; i++)
    visits.push(await visitList(browser, urlOf(shops.long.slug), shops.long.names))
  const middle = (of: keyof ListVisit) => median(visits.map((visit) => visit[of]))
  return [
    timeRow('H5, fast 3G, CPU 4× slower: name and first price', times('painted')),
    timeRow('  Taro has taken over', times('takenOver')),
    rowOf('  elements, heap', `${middle('elements')}, ${kb(middle('heap'))}`),
    rowOf('  from a tap on + to its frame', `${middle('tap').toFixed(0)} ms`),
    rowOf('  the slowest frame down to the last product', `${middle('slowestFrame').toFixed(0)} ms`),
  ]
}

async function run() {
  await buildServer()
  await buildH5()
  await buildWeapp()
  const world = await startWalkWorld()
  const browser = await launchBrowser()
  try {
    const shops = {
      long: await openLongShop(world.origin),
      short: await openStockedShop(world.origin, { goods: SHORT_LENGTH }),
    }
    return printTable(
      `bench:list (a shop of ${LONG_SHOP_PRODUCTS} products, or ${BUSY_SHOP_ORDERS} orders, beside one of ${SHORT_LENGTH}, medians of ${RUNS})`,
      [
        ...(await weappRows(browser, world, shops)),
        ...(await h5Rows(browser, world.origin, shops)),
        ...(await orderRows(browser, world, fast3g)),
        ...(await homeRows(browser, world)),
      ],
    )
  } finally {
    await browser.close()
    await world.close()
  }
}

exitAfter(run())
