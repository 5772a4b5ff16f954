import type { Page } from 'playwright-core'
import { axeIssues } from './axe'
import { checksScript } from './checks-script'
import type { Finding } from './finding'
import { movedWithoutGap } from './flex-gap'
import type { AuditWindow } from './in-page/entry'
import { lowContrast } from './low-contrast'
import { waitForIdle, waitForStillness } from './page-idle'
import { applyViewport, type Viewport } from './viewport'

const MAX_HEIGHT = 16_000

async function inWindow<Result, Given = undefined>(
  page: Page,
  run: (measures: AuditWindow['__measures'], given: Given) => Result,
  given?: Given,
): Promise<Result> {
  if (!(await page.evaluate(() => '__measures' in window))) await page.evaluate(await checksScript())
  const measures = await page.evaluateHandle(() => (window as unknown as AuditWindow).__measures)
  try {
    return (await measures.evaluate(run as (a: unknown, b: unknown) => unknown, given)) as Result
  } finally {
    await measures.dispose()
  }
}

/** Grows the window until nothing in front scrolls, except for boxes of a fixed height; an endless list is limited. */
async function grow(page: Page, { width, height }: Viewport, endless: boolean) {
  let now = height
  for (let before = Number.POSITIVE_INFINITY; ; ) {
    const hidden = await inWindow(page, (measures) => measures.hiddenBelow())
    if (hidden <= 1 || hidden >= before) return
    before = hidden
    if (now === MAX_HEIGHT && !endless) throw new Error(`a page is more than ${MAX_HEIGHT} px high`)
    // a sheet takes at most nine tenths of the window
    now = Math.min(MAX_HEIGHT, Math.ceil(now + hidden * 1.2 + 8))
    await page.setViewportSize({ width, height: now })
    await waitForIdle(page)
  }
}

const keyOf = (one: Finding) => `${one.check} ${one.element} ${one.figure}`

/** Returns all issues of the current screen in one viewport. */
export async function auditPage(
  page: Page,
  form: Viewport,
  { axe = false, endless = false, withoutGap = false } = {},
): Promise<Finding[]> {
  await applyViewport(page, form)
  await waitForStillness(page)
  const found = withoutGap ? await movedWithoutGap(page) : []
  found.push(...(await inWindow(page, (measures) => measures.asItIs())))
  if (axe) found.push(...(await axeIssues(page)))
  await grow(page, form, endless)
  found.push(...(await inWindow(page, (measures, type) => measures.whole(type), form.type)))
  const height = page.viewportSize()?.height ?? 0
  const lines = await inWindow(page, (measures) => measures.textLines())
  found.push(...(await lowContrast(page, endless ? lines.filter(({ box }) => box.bottom <= height) : lines)))
  return [...new Map(found.map((one) => [keyOf(one), one])).values()]
}
