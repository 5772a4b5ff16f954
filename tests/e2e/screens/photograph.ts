import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import type { OpenPhone, Screen } from '../phone/phone'
import { faultsOf, watchConsole } from './faults'
import type { Look } from './stage'

/** A page at rest: nothing is loading, no picture is missing, no transition runs. */
export async function settle(page: Page) {
  await page.waitForLoadState('networkidle').catch(() => undefined)
  await page.waitForFunction(
    () =>
      [...document.images].every((image) => image.complete || image.loading === 'lazy') &&
      document.querySelector('.skeleton') === null,
  )
  await page.waitForTimeout(400)
}

/** How high a window would have to be to show the page without scrolling. */
const fullHeight = (page: Page) =>
  page.evaluate(() => {
    const pages = [...document.querySelectorAll('.taro_page')]
    return Math.max(
      innerHeight,
      document.documentElement.scrollHeight,
      ...pages.map((one) => one.scrollHeight),
    )
  })

/** A window as high as its page: pages scroll inside, so the browser's own full picture shows no more. */
async function takeWhole(phone: OpenPhone, screen: Screen, file: string) {
  const height = await fullHeight(phone.page)
  if (height <= screen.height) return
  await phone.page.setViewportSize({ width: screen.width, height })
  await settle(phone.page)
  await phone.screenshot(file)
  await phone.page.setViewportSize(screen)
}

/** Puts pictures of screens into a folder, and notes what a picture does not show at a glance. */
export function photograph(screen: Screen, folder: string, note: (fault: string) => void): Look {
  mkdirSync(folder, { recursive: true })
  const watched = new WeakSet<Page>()
  return async (phone, name, whole) => {
    if (phone.kind === 'h5' && !watched.has(phone.page)) watchConsole(phone.page, note)
    watched.add(phone.page)
    await settle(phone.page)
    await phone.screenshot(path.join(folder, `${name}.png`))
    if (phone.kind === 'h5') for (const fault of await faultsOf(phone.page)) note(`${name}: ${fault}`)
    if (whole) await takeWhole(phone, screen, path.join(folder, `${name}-whole.png`))
  }
}
