import { allTemplates } from '@/templates/all-templates'
import { expect, test } from '../test'
import { measureGoods } from './in-page/measure-goods'
import type { StateName } from './in-page/states'
import { layoutFaults, tabFaults } from './layout-faults'

/**
 * Measures the goods of every template with twelve products, as on the page of a storefront. The long run takes every kind of
 * photo and four windows; the short run takes a phone and a computer, with good photos and with portraits.
 */

const long = process.env.KZ_LONG === '1'
const PHONE = { width: 390, height: 844 }
const LAPTOP = { width: 1366, height: 768 }
const SIZES = long
  ? [PHONE, { width: 768, height: 1024 }, LAPTOP, { width: 1920, height: 1080 }]
  : [PHONE, LAPTOP]
const STATES: readonly StateName[] = long
  ? ['twelve', 'dark photos', 'bright photos', 'portrait photos', 'no photo']
  : ['twelve', 'portrait photos']

for (const { name: template } of allTemplates)
  test(`template ${template} aligns its goods and shows the first ones above the fold`, async ({
    gallery,
  }) => {
    const faults: string[] = []
    const measure = () => gallery.page.evaluate(measureGoods)
    for (const state of STATES) {
      await gallery.look(PHONE.width, 1)
      await gallery.showPage(template, state)
      for (const size of SIZES) {
        await gallery.page.setViewportSize(size)
        const found = layoutFaults(await measure(), size)
        faults.push(...found.map((fault) => `${state}, ${size.width} px: ${fault}`))
      }
    }
    // twice as large, the categories have no room beside one another
    await gallery.look(PHONE.width, 2)
    faults.push(...tabFaults(await measure()).map((fault) => `type × 2: ${fault}`))
    expect(faults).toEqual([])
  })
