import type { Browser } from 'playwright-core'
import { launchBrowser } from '../support/chromium'
import { FORMS } from './measured/forms'
import { type Measured, measuring } from './measured/measuring'
import { SCREENS } from './phone/phone'
import { type Part, parts } from './screens/all'
import { type DemoWorld, startDemoWorld } from './screens/demo-world'
import { Stage } from './screens/stage'
import { visitors } from './screens/visitors'
import { KINDS, type Kind } from './story/world'

/**
 * Anyone's page: every screen in every state, measured. Targets of 44 px, contrast of 4.5 : 1, nothing cut, covered, over
 * something else or beside the window, type that grows, and on H5 nothing that axe-core calls serious or critical, in
 * three windows, each at normal and at doubled type. It takes minutes, so it is part of the long run only.
 */

const PATIENCE = 20 * 60_000

/** How many screens a part has at least: a walk that comes by fewer has lost its way. */
const LEAST: Record<Part, number> = {
  door: 8,
  wizard: 20,
  shop: 17,
  checkout: 8,
  orders: 7,
  merchant: 20,
  decorate: 13,
  offline: 6,
}

let world: DemoWorld
let browser: Browser
const counts: Record<Kind, number> = { h5: 0, weapp: 0 }

beforeAll(async () => {
  world = await startDemoWorld()
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await world?.close()
  console.log(
    `screens measured: ${counts.h5} on H5, ${counts.weapp} in the mini-program, in ${FORMS.h5.length} forms`,
  )
})

describe.each(KINDS)('%s', (kind) => {
  test.each(Object.keys(parts) as Part[])(
    'every screen of this part, for anyone: %s',
    async (part) => {
      const measured: Measured = { screens: new Set(), findings: [] }
      const phone = visitors(kind, browser, world, SCREENS.phone, 1)
      await world.reset()
      const look = measuring(SCREENS.phone, FORMS[kind], measured)
      await parts[part](new Stage({ shops: world.shops, phone, look }))
      counts[kind] += measured.screens.size
      expect(measured.findings).toEqual([])
      expect(measured.screens.size).toBeGreaterThanOrEqual(LEAST[part])
    },
    PATIENCE,
  )
})
