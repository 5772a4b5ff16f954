import { KINDS } from '../journey/test-environment'
import { LONG_RUN } from '../long-run'
import { SCREENS } from '../phone/phone'
import { type Part, parts } from '../screens/parts'
import { ScreenWalk } from '../screens/screen-walk'
import { createVisitorPhones } from '../screens/visitors'
import { expect, test } from '../test'
import { compareWithoutGap } from './flex-gap'

/** Browsers without flex `gap` (iOS before 14.5, Chrome before 84) must render every screen alike. */

const COMPARE_TIMEOUT_MS = 20 * 60_000

test.setTimeout(COMPARE_TIMEOUT_MS)

/** Fewer screens than these were left out by mistake. The demo plays in browsers only. */
const fewestScreens = (kind: string, part: Part) => (kind === 'weapp' && part === 'demo' ? 1 : 5)

for (const kind of KINDS)
  test.describe(`${kind} without flex gap`, LONG_RUN, () => {
    for (const part of Object.keys(parts) as Part[])
      test(`renders every screen of the part ${part} unchanged`, async ({ browser, demoServer }) => {
        const found: string[] = []
        const screens = new Set<string>()
        await demoServer.reset()
        const phone = createVisitorPhones(kind, browser, demoServer, SCREENS.phone, 1)
        const look = compareWithoutGap(SCREENS.phone, found, screens)
        await parts[part](new ScreenWalk({ ...demoServer, phone, handleScreen: look }))
        expect(screens.size).toBeGreaterThanOrEqual(fewestScreens(kind, part))
        expect(found).toEqual([])
      })
  })
