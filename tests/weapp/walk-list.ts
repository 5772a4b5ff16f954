import type { ChromiumMiniProgram } from 'weapp-host/chromium'
import { goodsWords } from '@/locales/product/goods'

/** The data sent from logic to view, in bytes of JSON, and counts of updates and elements. */
export interface ListBytes {
  /** Until the first prices are there: all updates together. */
  opening: number
  /** The first tap on + in a shop, which shows the bar for ordering; and the first tap on another product. */
  firstTap: number
  nextTap: number
  /** Down to the last product: all updates together, the largest, and how many. */
  scroll: number
  largestScroll: number
  updates: number
  /** Products and elements on the page at the end of the scroll. */
  cards: number
  nodes: number
}

const ROUTE = 'pages/storefront/shop'
const STEP = 500

/** The names of two products near the top, and of the last one. */
export interface Landmarks {
  first: string
  next: string
  last: string
}

/** Waits until no further update is sent for 200 ms. */
async function still(app: ChromiumMiniProgram) {
  let before = -1
  for (;;) {
    const { count } = await app.setDataStats()
    if (count === before) return
    before = count
    await app.page.waitForTimeout(200)
  }
}

/** Scrolls one step down; returns true if the page moved. */
const stepDown = (app: ChromiumMiniProgram) =>
  app.page.evaluate((step) => {
    const before = window.scrollY
    window.scrollBy(0, step)
    return window.scrollY > before
  }, STEP)

async function tapPlus(app: ChromiumMiniProgram, name: string) {
  const plus = `[aria-label="${goodsWords.add(name)}"]`
  // scrolling there may bring other products near the screen; in the middle, nothing covers it
  await app.find(plus).evaluate((element) => element.scrollIntoView({ block: 'center' }))
  await still(app)
  await app.clearRecord()
  await app.tap(plus)
  await still(app)
  return (await app.setDataStats(ROUTE)).bytes
}

/** Returns the bytes of the updates from the opening of a shop's page to the one with its prices. */
async function opening(app: ChromiumMiniProgram, slug: string) {
  await app.clearRecord()
  await app.openPage(`/${ROUTE}?slug=${slug}`)
  await app.find('.price__number').waitFor()
  const { setData } = await app.record()
  const [frame, goods] = setData.filter(({ route }) => route === ROUTE)
  if (!frame || !goods)
    throw new Error(`a frame and then its goods were expected: ${JSON.stringify(setData)}`)
  await still(app)
  return frame.bytes + goods.bytes
}

/** Opens a shop in the running mini-program, taps + on two products, and scrolls to the last one. */
export async function walkList(app: ChromiumMiniProgram, slug: string, names: Landmarks): Promise<ListBytes> {
  const opened = await opening(app, slug)
  const firstTap = await tapPlus(app, names.first)
  const nextTap = await tapPlus(app, names.next)
  await app.clearRecord()
  const end = app.page.getByText(names.last, { exact: true })
  while ((await stepDown(app)) || (await end.count()) === 0) await app.page.waitForTimeout(50)
  await still(app)
  const scrolled = await app.setDataStats(ROUTE)
  return {
    opening: opened,
    firstTap,
    nextTap,
    scroll: scrolled.bytes,
    largestScroll: scrolled.max,
    updates: scrolled.count,
    cards: await app.page.locator('.goods-card, .goods-row').count(),
    nodes: await app.page.locator('#wx-pages *').count(),
  }
}
