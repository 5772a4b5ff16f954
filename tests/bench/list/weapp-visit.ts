import type { Browser } from 'playwright-core'
import type { WalkWorld } from '../../weapp/walk-world'

interface WeappVisit {
  /** Path of the page with its parameters. */
  page: string
  /** The person who opens the page; a new person by default. */
  person?: string
}

/** Opens a page in a freshly started mini-program; returns the time in ms until its prices are shown. */
export async function openInWeapp(
  browser: Browser,
  world: WalkWorld,
  { page, person }: WeappVisit,
): Promise<number> {
  const app = await world.app(browser, undefined, person)
  try {
    const began = performance.now()
    await app.openPage(page)
    await app.find('.price__number').first().waitFor()
    return performance.now() - began
  } finally {
    await app.close()
  }
}
