import { openedWords } from '@/locales/zh-CN/wizard'
import { buildH5 } from '../../scripts/build-h5.mjs'
import { buildServer } from '../../scripts/build-server.mjs'
import { H5Phone } from '../e2e/phone/h5-phone'
import { SCREENS } from '../e2e/phone/phone'
import { acceptTerms, photographProduct, pressOpen, setPrice, startWizard } from '../e2e/story/villager'
import { launchBrowser } from '../support/chromium'
import { startServer } from '../support/server-process'
import { ScriptedPerson } from './scripted-person'
import { endWith, printTable } from './table'

const MOST_SECONDS = 120
const MOST_INPUTS = 3

/** The scripted person opens a shop at 320×568: how long she takes by her own pace, on top of what the app takes. */
async function run() {
  await buildServer()
  await buildH5()
  const server = await startServer()
  const browser = await launchBrowser()
  try {
    const person = new ScriptedPerson(await H5Phone.start(browser, server.origin, SCREENS.small))
    await person.open('/')
    const started = performance.now()
    await startWizard(person)
    await photographProduct(person)
    await setPrice(person, '25')
    await acceptTerms(person)
    await pressOpen(person)
    await person.see(openedWords.doneShort)
    const machine = (performance.now() - started) / 1000
    const { seconds, inputs, taps, characters } = person.tally()
    const total = seconds + machine
    return printTable('bench:wizard (0.8 s a tap, 12 characters read a second, 1 s a character typed)', [
      {
        what: 'from the front door to the open shop',
        figure: `${total.toFixed(0)} s`,
        budget: `≤ ${MOST_SECONDS} s`,
        kept: total <= MOST_SECONDS,
      },
      { what: 'of it the app itself', figure: `${machine.toFixed(1)} s`, budget: 'told', kept: true },
      { what: 'taps, and characters read', figure: `${taps}, ${characters}`, budget: 'told', kept: true },
      {
        what: 'things typed',
        figure: String(inputs),
        budget: `≤ ${MOST_INPUTS}`,
        kept: inputs <= MOST_INPUTS,
      },
    ])
  } finally {
    await browser.close()
    await server.dispose()
  }
}

run().then(endWith, (error: unknown) => {
  console.error(error)
  process.exit(1)
})
