import { compareWithoutGap } from './audit/flex-gap'
import { KINDS, type Kind } from './journey/test-environment'
import { SCREENS } from './phone/phone'
import { type Part, parts } from './screens/parts'
import { ScreenWalk } from './screens/screen-walk'
import { createVisitorPhones } from './screens/visitors'
import { expect, test } from './test'

/** Browsers without flex `gap` (iOS before 14.5, Chrome before 84) must render every screen alike. */

const COMPARE_TIMEOUT_MS = 20 * 60_000

/** Parts with the most wrapping and overlaying content, for the short run. */
const SHORT: Record<Kind, Part[]> = { h5: ['merchant'], weapp: ['wizard'] }
const partsOf = (kind: Kind) => (process.env.KZ_LONG === '1' ? (Object.keys(parts) as Part[]) : SHORT[kind])

test.setTimeout(COMPARE_TIMEOUT_MS)

for (const kind of KINDS)
  test.describe(`${kind} without flex gap`, () => {
    for (const part of partsOf(kind))
      test(`renders every screen of the part ${part} unchanged`, async ({ browser, demoServer }) => {
        const found: string[] = []
        const screens = new Set<string>()
        await demoServer.reset()
        const phone = createVisitorPhones(kind, browser, demoServer, SCREENS.phone, 1)
        const look = compareWithoutGap(SCREENS.phone, found, screens)
        await parts[part](new ScreenWalk({ shops: demoServer.shops, phone, handleScreen: look }))
        expect(screens.size).toBeGreaterThan(5)
        expect(found).toEqual([])
      })
  })
