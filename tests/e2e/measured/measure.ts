import type { Page } from 'playwright-core'
import { axeIssues } from './axe'
import type { Finding } from './finding'
import { type Form, putInto } from './form'
import { lowContrast } from './low-contrast'
import { measuresScript } from './measures-script'
import { settled, stillness } from './settled'
import type { MeasuredWindow } from './window/entry'

const HIGHEST = 16_000

async function inWindow<Result, Given = undefined>(
  page: Page,
  run: (measures: MeasuredWindow['__measures'], given: Given) => Result,
  given?: Given,
): Promise<Result> {
  if (!(await page.evaluate(() => '__measures' in window))) await page.evaluate(await measuresScript())
  const measures = await page.evaluateHandle(() => (window as unknown as MeasuredWindow).__measures)
  try {
    return (await measures.evaluate(run as (a: unknown, b: unknown) => unknown, given)) as Result
  } finally {
    await measures.dispose()
  }
}

/**
 * Makes the window so high that nothing in front of a person scrolls, but for boxes of a fixed height. A list without an
 * end stays below what a window can be.
 */
async function grow(page: Page, { width, height }: Form, endless: boolean) {
  let now = height
  for (let before = Number.POSITIVE_INFINITY; ; ) {
    const hidden = await inWindow(page, (measures) => measures.hiddenBelow())
    if (hidden <= 1 || hidden >= before) return
    before = hidden
    // a sheet takes no more than nine tenths of the window
    now = Math.ceil(now + hidden * 1.2 + 8)
    if (now > HIGHEST && endless) now = HIGHEST
    if (now > HIGHEST) throw new Error(`a page is more than ${HIGHEST} px high`)
    await page.setViewportSize({ width, height: now })
    await settled(page)
  }
}

const same = (one: Finding) => `${one.measure} ${one.element} ${one.figure}`

/** Everything that does not hold on the screen as it is, looked at in one form. */
export async function measure(
  page: Page,
  form: Form,
  { axe = false, endless = false } = {},
): Promise<Finding[]> {
  await putInto(page, form)
  await stillness(page)
  const found = await inWindow(page, (measures) => measures.asItIs())
  if (axe) found.push(...(await axeIssues(page)))
  await grow(page, form, endless)
  found.push(...(await inWindow(page, (measures, type) => measures.whole(type), form.type)))
  const height = page.viewportSize()?.height ?? 0
  const colours = await inWindow(page, (measures) => measures.textColours())
  found.push(
    ...(await lowContrast(page, endless ? colours.filter(({ box }) => box.bottom <= height) : colours)),
  )
  return [...new Map(found.map((one) => [same(one), one])).values()]
}
