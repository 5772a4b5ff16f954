import { allTemplates } from '@/templates/all-templates'
import { expect, test } from '../test'
import type { StateName } from './in-page/states'

/** A price must not wrap, whatever is beside it. */

const long = process.env.KZ_LONG === '1'
const TEMPLATES = long ? allTemplates.map(({ name }) => name) : ['woodgrain']
/** States in which a word stands beside the price, and without one. */
const STATES: readonly StateName[] = ['usual', 'pennies', 'sold out', 'closed']
const WIDTHS = long ? [320, 360, 390] : [320]

/** Returns the prices that wrap or are separated from their currency sign. */
function brokenPrices(): string[] {
  return [...document.querySelectorAll('.price')].flatMap((price) => {
    const [sign, number] = ['.price__sign', '.price__number'].map((part) => price.querySelector(part))
    const lines = number?.getClientRects() ?? []
    const [signAt, at] = [sign?.getBoundingClientRect(), lines[0]]
    const apart = !signAt || !at || signAt.top > at.bottom || signAt.bottom < at.top
    return lines.length > 1 || apart ? [(price as HTMLElement).innerText] : []
  })
}

for (const template of TEMPLATES)
  test(`template ${template} keeps every price on one line`, async ({ gallery }) => {
    const broken: string[] = []
    let priceCount = 0
    for (const state of STATES)
      for (const width of WIDTHS)
        for (const type of [1, 2] as const) {
          await gallery.show(template, state)
          await gallery.look(width, type)
          priceCount += await gallery.page.locator('.price').count()
          for (const price of await gallery.page.evaluate(brokenPrices))
            broken.push(`${state}, ${width} px, type × ${type}: ${price}`)
        }
    expect(priceCount).toBeGreaterThan(0)
    expect(broken).toEqual([])
  })
