import type { Browser } from 'playwright-core'
import type { WalkWorld } from '../../weapp/walk-world'

const SHOP = '/pages/storefront/shop'

/** Opens a shop in a mini-program that was just started: ms until its prices are there. */
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
