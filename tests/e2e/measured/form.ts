import type { Page } from 'playwright-core'
import type { Screen } from '../phone/phone'

/** How a screen is looked at: a window, and how many times larger its type is. */
export interface Form extends Screen {
  type: 1 | 2
}

const STYLE = 'measured-type'

/** Brings a page into a form; the app is not told, as it is not when a person turns the phone. */
export async function putInto(page: Page, { width, height, type }: Form) {
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
