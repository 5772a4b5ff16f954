import type { Browser } from 'playwright-core'
import type { WalkWorld } from '../../weapp/walk-world'

const SHOP = '/pages/storefront/shop'

/** Opens a shop in a freshly started mini-program; returns the time in ms until its prices are shown. */
export async function openInWeapp(browser: Browser, world: WalkWorld, slug: string): Promise<number> {
  const app = await world.app(browser)
  try {
    const began = performance.now()
    await app.openPage(`${SHOP}?slug=${slug}`)
    await app.find('.price__number').first().waitFor()
    return performance.now() - began
  } finally {
    await app.close()
  }
}
