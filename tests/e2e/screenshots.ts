import path from 'node:path'
import { buildH5 } from '../../scripts/build-h5.mjs'
import { buildServer } from '../../scripts/build-server.mjs'
import { buildWeapp } from '../../scripts/build-weapp.mjs'
import { launchBrowser } from '../support/chromium'
import { SCREENS } from './phone/phone'
import { takeCheckout } from './screens/checkout'
import { startDemoWorld } from './screens/demo-world'
import { takeFrontDoor } from './screens/front-door'
import { takeMerchant } from './screens/merchant'
import { takeOffline } from './screens/offline'
import { takeOrders } from './screens/orders'
import { takeReadme } from './screens/readme'
import { Stage } from './screens/stage'
import { takeStorefronts } from './screens/storefront'
import { takeWeapp } from './screens/weapp'
import { takeWizard } from './screens/wizard'

const OUT = 'dist/screens'
const WIDTHS = Object.values(SCREENS)

const parts = {
  door: takeFrontDoor,
  wizard: takeWizard,
  shop: takeStorefronts,
  checkout: takeCheckout,
  orders: takeOrders,
  merchant: takeMerchant,
  offline: takeOffline,
}

/**
 * Takes every screen into dist/screens and the pictures of README into docs/screens. Arguments narrow it down: parts
 * (`door wizard shop checkout orders merchant offline weapp readme`) and widths (`390`).
 */
async function main(wanted: string[]) {
  const only = wanted.filter((word) => !/^\d+$/.test(word))
  const widths = wanted.filter((word) => /^\d+$/.test(word)).map(Number)
  const wants = (part: string) => only.length === 0 || only.includes(part)
  await buildH5()
  await buildServer()
  if (wants('weapp')) await buildWeapp()
  const world = await startDemoWorld()
  const browser = await launchBrowser()
  const faults: string[] = []
  try {
    for (const screen of WIDTHS.filter(({ width }) => widths.length === 0 || widths.includes(width))) {
      const stage = new Stage(browser, world, screen, path.join(OUT, String(screen.width)))
      for (const [name, take] of Object.entries(parts)) {
        if (!wants(name)) continue
        await world.reset()
        await take(stage)
      }
      faults.push(...stage.faults)
      if (wants('weapp')) await takeWeapp(screen, path.join(OUT, `weapp-${screen.width}`))
      console.log(`${screen.width} × ${screen.height}: done`)
    }
    if (wants('readme')) {
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
