import type { Browser } from 'playwright-core'
import { allTemplates } from '@/templates/all-templates'
import { launchBrowser } from '../support/chromium'
import { GalleryPage } from './gallery/gallery-page'
import { type StateName, stateNames } from './gallery/window/states'
import { toLine } from './measured/finding'
import type { Form } from './measured/form'
import { measure } from './measured/measure'

/**
 * Every template as its owner filled it in, measured: nothing cut, covered, over something else or beside the window,
 * targets of 44 px, contrast of 4.5 : 1, type that grows, and nothing that axe-core calls serious or critical. The long run
 * takes every state at three widths; the short one three goods at 320 px, which is where room is scarcest.
 */

const long = process.env.KZ_LONG === '1'
const WIDTHS = long ? [320, 390, 768] : [320]
const TYPES = [1, 2] as const
const STATES: readonly StateName[] = long ? stateNames : ['three']

let browser: Browser
let gallery: GalleryPage

beforeAll(async () => {
  browser = await launchBrowser()
  gallery = await GalleryPage.open(browser)
})
afterAll(() => browser?.close())

test.each(allTemplates.map(({ name }) => name))(
  '%s can be read and pressed in every state',
  async (template) => {
    const findings: string[] = []
    for (const state of STATES)
      for (const width of WIDTHS)
        for (const type of TYPES) {
          await gallery.show(template, state)
          const form: Form = { width, height: width === 320 ? 568 : 844, type }
          const found = await measure(gallery.page, form, {
            axe: state !== 'preview',
            endless: state === 'sixty' || state === 'long words',
          })
          findings.push(...found.map((one) => `${state}, ${width} px, type × ${type}: ${toLine(one)}`))
        }
    expect(findings).toEqual([])
  },
)
