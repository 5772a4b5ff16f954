import path from 'node:path'
import { build, stop } from 'esbuild'
import type { Page } from 'playwright-core'
import type { Finding } from './finding'
import type { AuditWindow } from './in-page/entry'
import { lowContrast } from './low-contrast'
import { waitForIdle, waitForStillness } from './page-idle'
import { applyViewport, type Viewport } from './viewport'

let script: Promise<string> | undefined

/** Returns the checks bundled as one browser script, built once per process. */
function checksScript(): Promise<string> {
  script ??= bundle()
  return script
}

async function bundle(): Promise<string> {
  const result = await build({
    entryPoints: [path.resolve('tests/e2e/audit/in-page/entry.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    logLevel: 'error',
  })
  // esbuild's service process would keep the tests from ending
  await stop()
  return result.outputFiles[0]?.text ?? ''
}

const MAX_HEIGHT = 16_000

async function inWindow<Result, Given = undefined>(
  page: Page,
  run: (measures: AuditWindow['__measures'], given: Given) => Result | Promise<Result>,
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
  { axe = false, endless = false } = {},
): Promise<Finding[]> {
  await applyViewport(page, form)
  await waitForStillness(page)
  const found = await inWindow(page, (measures) => measures.asItIs())
  if (axe) found.push(...(await inWindow(page, (measures) => measures.axeIssues())))
  await grow(page, form, endless)
  found.push(...(await inWindow(page, (measures, type) => measures.whole(type), form.type)))
  const height = page.viewportSize()?.height ?? 0
  const { low, unknown } = await inWindow(page, (measures) => measures.textContrast())
  const shown = endless ? unknown.filter(({ box }) => box.bottom <= height) : unknown
  found.push(...low, ...(await lowContrast(page, shown)))
  return [...new Map(found.map((one) => [keyOf(one), one])).values()]
}
