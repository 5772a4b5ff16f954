import type { Page } from 'playwright-core'
import { SCREENS, type Screen } from '../phone/phone'

/** A window size and the factor of its text size. */
export interface Viewport extends Screen {
  type: 1 | 2
}

/** The viewports of the audit: three sizes, each with normal and doubled text. */
export const VIEWPORTS: Viewport[] = Object.values(SCREENS).flatMap((screen) => [
  { ...screen, type: 1 },
  { ...screen, type: 2 },
])

const STYLE = 'measured-type'

/** Applies size and text scale without notifying the app, as when a phone is rotated. */
export async function applyViewport(page: Page, { width, height, type }: Viewport) {
  await page.evaluate(
    ({ id, times }) => {
      const style = document.getElementById(id) ?? document.head.appendChild(document.createElement('style'))
      style.id = id
      style.textContent = times === 1 ? '' : `page, :root { --fs: ${times} !important }`
    },
    { id: STYLE, times: type },
  )
  await page.setViewportSize({ width, height })
}
