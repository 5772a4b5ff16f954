import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import type { InspectablePhone, Screen } from '../phone/phone'
import { screenIssues, watchConsole } from './screen-issues'
import type { ScreenHandler } from './screen-walk'

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
