import type { Browser } from 'playwright-core'
import { launchBrowser } from '../support/chromium'
import { type AuditResult, createAuditor } from './audit/audit-screens'
import { VIEWPORTS } from './audit/viewports'
import { KINDS, type Kind } from './journey/test-environment'
import { SCREENS } from './phone/phone'
import { type DemoServer, startDemoServer } from './screens/demo-server'
import { type Part, parts } from './screens/parts'
import { ScreenWalk } from './screens/screen-walk'
import { createVisitorPhones } from './screens/visitors'

/**
 * Audits every screen in every state: 44 px targets, 4.5:1 contrast, nothing cut, covered, overlapping or outside, scalable text, and on
 * H5 no serious or critical axe-core issue, at three sizes and two text scales. It takes minutes, so only the long run includes it.
 */

const AUDIT_TIMEOUT_MS = 20 * 60_000

/** Minimum number of screens of each part: fewer mean that the walk lost its way. */
const MIN_SCREENS: Record<Part, number> = {
  door: 8,
  wizard: 20,
  shop: 17,
  checkout: 8,
  orders: 7,
  merchant: 20,
  decorate: 13,
  offline: 6,
}

let world: DemoServer
let browser: Browser
const counts: Record<Kind, number> = { h5: 0, weapp: 0 }

beforeAll(async () => {
  world = await startDemoServer()
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await world?.close()
  console.log(
    `screens measured: ${counts.h5} on H5, ${counts.weapp} in the mini-program, in ${VIEWPORTS.h5.length} forms`,
  )
})

describe.each(KINDS)('%s accessibility audit', (kind) => {
  it.each(Object.keys(parts) as Part[])(
    'finds no issue on any screen of the part %s',
    async (part) => {
      const measured: AuditResult = { screens: new Set(), findings: [] }
      const phone = createVisitorPhones(kind, browser, world, SCREENS.phone, 1)
      await world.reset()
      const look = createAuditor(SCREENS.phone, VIEWPORTS[kind], measured)
      await parts[part](new ScreenWalk({ shops: world.shops, phone, handleScreen: look }))
      counts[kind] += measured.screens.size
      expect(measured.findings).toEqual([])
      expect(measured.screens.size).toBeGreaterThanOrEqual(MIN_SCREENS[part])
    },
    AUDIT_TIMEOUT_MS,
  )
})
