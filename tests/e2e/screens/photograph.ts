import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import type { InspectablePhone, Screen } from '../phone/phone'
import type { ScreenHandler } from './screen-walk'

/** Returns layout issues that a picture hardly shows: horizontal overflow, cut text, not exactly one main heading. */
function screenIssues(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const isVisible = (element: Element) => element.checkVisibility() && element.getClientRects().length > 0
    const inside = [...document.querySelectorAll('.taro_page')].filter(isVisible).at(-1) ?? document.body
    const all = [...inside.querySelectorAll<HTMLElement>('*')].filter(isVisible)
    const headings = all.filter((element) => element.matches('[aria-level="1"]')).length
    const wide = Math.max(document.documentElement.scrollWidth, inside.scrollWidth) - innerWidth
    const cut = all.filter(({ children, textContent, scrollWidth, clientWidth }) => {
      return children.length === 0 && textContent?.trim() && clientWidth > 0 && scrollWidth > clientWidth + 1
    })
    return [
      ...(headings === 1 ? [] : [`${headings} main headings`]),
      ...(wide > 0 ? [`${wide} px wider than the window`] : []),
      ...cut.map(({ textContent }) => `cut: ${textContent}`),
    ]
  })
}

/** Reports console errors, except for requests that fail on purpose. */
function watchConsole(page: Page, note: (fault: string) => void) {
  page.on('pageerror', (error) => note(String(error)))
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      note(message.text())
  })
}

/** Waits until nothing loads, no image is missing and no transition runs. */
export async function settle(page: Page) {
  await page.waitForLoadState('networkidle').catch(() => undefined)
  await page.waitForFunction(
    () =>
      [...document.images].every((image) => image.complete || image.loading === 'lazy') &&
      document.querySelector('.skeleton') === null,
  )
  await page.waitForTimeout(400)
}

/** Returns the window height that shows the page without scrolling. */
const fullHeight = (page: Page) =>
  page.evaluate(() => {
    const pages = [...document.querySelectorAll('.taro_page')]
    return Math.max(
      innerHeight,
      document.documentElement.scrollHeight,
      ...pages.map((one) => one.scrollHeight),
    )
  })

/** Enlarges the window, because pages scroll inside and a full-page screenshot shows no more. */
async function takeWhole(phone: InspectablePhone, screen: Screen, file: string) {
  const height = await fullHeight(phone.page)
  if (height <= screen.height) return
  await phone.page.setViewportSize({ width: screen.width, height })
  await settle(phone.page)
  await phone.screenshot(file)
  await phone.page.setViewportSize(screen)
}

/** Returns a handler that saves screenshots to a folder and reports layout issues. */
export function createPhotographer(
  screen: Screen,
  folder: string,
  note: (fault: string) => void,
): ScreenHandler {
  mkdirSync(folder, { recursive: true })
  const watched = new WeakSet<Page>()
  return async (phone, name, whole) => {
    if (phone.kind === 'h5' && !watched.has(phone.page)) watchConsole(phone.page, note)
    watched.add(phone.page)
    await settle(phone.page)
    await phone.screenshot(path.join(folder, `${name}.png`))
    if (phone.kind === 'h5') for (const fault of await screenIssues(phone.page)) note(`${name}: ${fault}`)
    if (whole) await takeWhole(phone, screen, path.join(folder, `${name}-whole.png`))
  }
}
