import path from 'node:path'
import { buildH5 } from '../../scripts/build-h5.mjs'
import { buildServer } from '../../scripts/build-server.mjs'
import { buildWeapp } from '../../scripts/build-weapp.mjs'
import { launchBrowser } from '../support/chromium'
import { KINDS } from './journey/test-environment'
import { SCREENS } from './phone/phone'
import { startDemoServer } from './screens/demo-server'
import { DESKTOP, takeDesktop } from './screens/desktop'
import { type Part, parts } from './screens/parts'
import { createPhotographer } from './screens/photograph'
import { takeReadme } from './screens/readme'
import { ScreenWalk } from './screens/screen-walk'
import { createVisitorPhones } from './screens/visitors'

const OUT = 'dist/screens'
const WIDTHS = Object.values(SCREENS)

/**
 * Photographs every screen into dist/screens and README's pictures into docs/screens. Arguments limit the kinds (`h5 weapp`), parts
 * (`door wizard attendance shop checkout orders claims parcels refunds merchant decorate demo offline handover lessons desktop readme`) and widths (`390`).
 */
async function main(wanted: string[]) {
  const wants = (word: string, all: readonly string[]) =>
    wanted.includes(word) || !wanted.some((other) => all.includes(other))
  const widths = WIDTHS.map(({ width }) => String(width))
  const partNames = [...(Object.keys(parts) as Part[]), 'desktop', 'readme'] as const
  await buildH5()
  await buildServer()
  if (wants('weapp', KINDS)) await buildWeapp()
  const world = await startDemoServer()
  const browser = await launchBrowser()
  const issues: string[] = []
  try {
    for (const screen of WIDTHS.filter(({ width }) => wants(String(width), widths)))
      for (const kind of KINDS.filter((one) => wants(one, KINDS))) {
        const folder = path.join(OUT, `${kind === 'h5' ? '' : 'weapp-'}${screen.width}`)
        const look = createPhotographer(screen, folder, (issue) =>
          issues.push(`${kind} ${screen.width} ${issue}`),
        )
        const phone = createVisitorPhones(kind, browser, world, screen)
        for (const [name, take] of Object.entries(parts)) {
          if (!wants(name, partNames)) continue
          await world.reset()
          await take(new ScreenWalk({ ...world, phone, handleScreen: look }))
        }
        console.log(`${kind}, ${screen.width} × ${screen.height}: done`)
      }
    if (wants('desktop', partNames)) {
      await world.reset()
      const look = createPhotographer(DESKTOP, path.join(OUT, String(DESKTOP.width)), (issue) =>
        issues.push(`h5 ${DESKTOP.width} ${issue}`),
      )
      const phone = createVisitorPhones('h5', browser, world, DESKTOP)
      await takeDesktop(new ScreenWalk({ ...world, phone, handleScreen: look }))
    }
    if (wants('readme', partNames)) {
      await world.reset()
      await takeReadme(browser, world, 'docs/screens')
    }
  } finally {
    await browser.close()
    await world.close()
  }
  for (const issue of issues) console.log(issue)
  if (issues.length > 0) process.exitCode = 1
}

await main(process.argv.slice(2))
