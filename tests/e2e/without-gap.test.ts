import type { Browser } from 'playwright-core'
import { launchBrowser } from '../support/chromium'
import { comparingWithoutGap } from './measured/without-gap'
import { SCREENS } from './phone/phone'
import { type Part, parts } from './screens/all'
import { type DemoWorld, startDemoWorld } from './screens/demo-world'
import { Stage } from './screens/stage'
import { visitors } from './screens/visitors'
import { KINDS, type Kind } from './story/world'

/** Phones without flex `gap` (iOS before 14.5, Chrome before 84) show every screen as the others do. */

const PATIENCE = 20 * 60_000

/** The short run goes through the parts with the most of what wraps and what lies over others. */
const SHORT: Record<Kind, Part[]> = { h5: ['merchant'], weapp: ['wizard'] }
const partsOf = (kind: Kind) => (process.env.KZ_LONG === '1' ? (Object.keys(parts) as Part[]) : SHORT[kind])

let world: DemoWorld
let browser: Browser

beforeAll(async () => {
  world = await startDemoWorld()
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await world?.close()
})

describe.each(KINDS)('%s', (kind) => {
  test.each(partsOf(kind))(
    'every screen of this part is the same without flex gap: %s',
    async (part) => {
      const found: string[] = []
      const screens = new Set<string>()
      await world.reset()
      const phone = visitors(kind, browser, world, SCREENS.phone, 1)
      const look = comparingWithoutGap(SCREENS.phone, found, screens)
      await parts[part](new Stage({ shops: world.shops, phone, look }))
      expect(screens.size).toBeGreaterThan(5)
      expect(found).toEqual([])
    },
    PATIENCE,
  )
})
