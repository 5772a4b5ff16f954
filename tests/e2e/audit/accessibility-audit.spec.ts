import { KINDS } from '../journey/test-environment'
import { LONG_RUN } from '../long-run'
import { SCREENS } from '../phone/phone'
import { type Part, parts } from '../screens/parts'
import { ScreenWalk } from '../screens/screen-walk'
import { createVisitorPhones } from '../screens/visitors'
import { expect, test } from '../test'
import { type AuditResult, createAuditor } from './audit-screens'
import { VIEWPORTS } from './viewport'

/**
 * Audits every screen in every state: 44 px targets, 4.5:1 contrast, nothing cut, covered, overlapping or outside, scalable text, no
 * change without flex `gap`, and on H5 no serious or critical axe-core issue, at three sizes and two text scales. It takes minutes, so
 * only the long run includes it.
 */

const AUDIT_TIMEOUT_MS = 20 * 60_000

/** Minimum number of screens of each part: fewer mean that the walk lost its way. */
const MIN_SCREENS: Record<Part, number> = {
  door: 9,
  wizard: 20,
  attendance: 12,
  shop: 17,
  checkout: 8,
  orders: 7,
  claims: 12,
  parcels: 5,
  applications: 13,
  refunds: 9,
  merchant: 20,
  'seller-day': 13,
  'delivery-days': 8,
  decorate: 13,
  demo: 1,
  offline: 6,
  handover: 30,
  lessons: 18,
}

test.setTimeout(AUDIT_TIMEOUT_MS)

for (const kind of KINDS)
  test.describe(`${kind} accessibility audit`, LONG_RUN, () => {
    for (const part of Object.keys(parts) as Part[])
      test(`finds no issue on any screen of the part ${part}`, async ({ browser, demoServer }) => {
        const measured: AuditResult = { screens: new Set(), findings: [] }
        const phone = createVisitorPhones(kind, browser, demoServer, SCREENS.phone, 1)
        await demoServer.reset()
        const look = createAuditor(SCREENS.phone, VIEWPORTS, measured, { withoutGap: true })
        await parts[part](new ScreenWalk({ ...demoServer, phone, handleScreen: look }))
        expect(measured.findings).toEqual([])
        expect(measured.screens.size).toBeGreaterThanOrEqual(MIN_SCREENS[part])
      })
  })
