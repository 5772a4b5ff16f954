import type { Browser } from 'playwright-core'
import { launchBrowser } from '../support/chromium'
import { compareWithoutGap } from './audit/flex-gap'
import { KINDS, type Kind } from './journey/test-environment'
import { SCREENS } from './phone/phone'
import { type DemoServer, startDemoServer } from './screens/demo-server'
import { type Part, parts } from './screens/parts'
import { ScreenWalk } from './screens/screen-walk'
import { createVisitorPhones } from './screens/visitors'

/** Browsers without flex `gap` (iOS before 14.5, Chrome before 84) must render every screen alike. */

const COMPARE_TIMEOUT_MS = 20 * 60_000

/** Parts with the most wrapping and overlaying content, for the short run. */
const SHORT: Record<Kind, Part[]> = { h5: ['merchant'], weapp: ['wizard'] }
const partsOf = (kind: Kind) => (process.env.KZ_LONG === '1' ? (Object.keys(parts) as Part[]) : SHORT[kind])

let world: DemoServer
let browser: Browser

beforeAll(async () => {
  world = await startDemoServer()
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await world?.close()
})

describe.each(KINDS)('%s without flex gap', (kind) => {
  it.each(partsOf(kind))(
    'renders every screen of the part %s unchanged',
    async (part) => {
      const found: string[] = []
      const screens = new Set<string>()
      await world.reset()
      const phone = createVisitorPhones(kind, browser, world, SCREENS.phone, 1)
      const look = compareWithoutGap(SCREENS.phone, found, screens)
      await parts[part](new ScreenWalk({ shops: world.shops, phone, handleScreen: look }))
      expect(screens.size).toBeGreaterThan(5)
      expect(found).toEqual([])
    },
    COMPARE_TIMEOUT_MS,
  )
})
