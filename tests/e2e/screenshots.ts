import path from 'node:path'
import { buildH5 } from '../../scripts/build-h5.mjs'
import { buildServer } from '../../scripts/build-server.mjs'
import { buildWeapp } from '../../scripts/build-weapp.mjs'
import { launchBrowser } from '../support/chromium'
import { SCREENS } from './phone/phone'
import { type Part, parts } from './screens/all'
import { startDemoWorld } from './screens/demo-world'
import { photograph } from './screens/photograph'
import { takeReadme } from './screens/readme'
import { Stage } from './screens/stage'
import { visitors } from './screens/visitors'
import { KINDS } from './story/world'

const OUT = 'dist/screens'
const WIDTHS = Object.values(SCREENS)

/**
 * Takes every screen into dist/screens and the pictures of README into docs/screens. Arguments narrow it down: kinds
 * (`h5 weapp`), parts (`door wizard shop checkout orders merchant decorate offline readme`) and widths (`390`).
 */
async function main(wanted: string[]) {
  const wants = (word: string, all: readonly string[]) =>
    wanted.includes(word) || !wanted.some((other) => all.includes(other))
  const widths = WIDTHS.map(({ width }) => String(width))
  const partNames = [...(Object.keys(parts) as Part[]), 'readme'] as const
  await buildH5()
  await buildServer()
  if (wants('weapp', KINDS)) await buildWeapp()
  const world = await startDemoWorld()
  const browser = await launchBrowser()
  const faults: string[] = []
  try {
    for (const screen of WIDTHS.filter(({ width }) => wants(String(width), widths)))
      for (const kind of KINDS.filter((one) => wants(one, KINDS))) {
        const folder = path.join(OUT, `${kind === 'h5' ? '' : 'weapp-'}${screen.width}`)
        const look = photograph(screen, folder, (fault) => faults.push(`${kind} ${screen.width} ${fault}`))
        const phone = visitors(kind, browser, world, screen)
        for (const [name, take] of Object.entries(parts)) {
          if (!wants(name, partNames)) continue
          await world.reset()
          await take(new Stage({ shops: world.shops, phone, look }))
        }
        console.log(`${kind}, ${screen.width} × ${screen.height}: done`)
      }
    if (wants('readme', partNames)) {
      await world.reset()
      await takeReadme(browser, world, 'docs/screens')
    }
  } finally {
    await browser.close()
    await world.close()
  }
  for (const fault of faults) console.log(fault)
  if (faults.length > 0) process.exitCode = 1
}

await main(process.argv.slice(2))
