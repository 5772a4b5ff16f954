import { openedWords } from '@/locales/shop/wizard'
import { buildH5 } from '../../scripts/build-h5.mjs'
import { buildServer } from '../../scripts/build-server.mjs'
import { acceptTerms, photographProduct, pressOpen, setPrice, startWizard } from '../e2e/journey/wizard'
import { H5Phone } from '../e2e/phone/h5-phone'
import { SCREENS } from '../e2e/phone/phone'
import { launchBrowser } from '../support/chromium'
import { startServer } from '../support/server-process'
import { ScriptedUser } from './scripted-user'
import { exitAfter, printTable, rowOf } from './table'

const MAX_SECONDS = 120
const MAX_INPUTS = 3

/** Measures how long the scripted user takes to open a shop at 320×568, including the time of the app. */
async function run() {
  await buildServer()
  await buildH5()
  const server = await startServer()
  const browser = await launchBrowser()
  try {
    const user = new ScriptedUser(await H5Phone.start(browser, server.origin, SCREENS.small))
    await user.open('/')
    const started = performance.now()
    await startWizard(user)
    await photographProduct(user)
    await setPrice(user, '25')
    await acceptTerms(user)
    await pressOpen(user)
    await user.see(openedWords.doneShort)
    const machine = (performance.now() - started) / 1000
    const { seconds, inputs, taps, characters } = user.totals()
    const total = seconds + machine
    return printTable('bench:wizard (0.8 s a tap, 12 characters read a second, 1 s a character typed)', [
      rowOf(
        'from the home page to the open shop',
        `${total.toFixed(0)} s`,
        `≤ ${MAX_SECONDS} s`,
        total <= MAX_SECONDS,
      ),
      rowOf('of which the app', `${machine.toFixed(1)} s`),
      rowOf('taps, and characters read', `${taps}, ${characters}`),
      rowOf('inputs typed', String(inputs), `≤ ${MAX_INPUTS}`, inputs <= MAX_INPUTS),
    ])
  } finally {
    await browser.close()
    await server.dispose()
  }
}

exitAfter(run())
