import type { Page } from 'playwright-core'
import { H5Phone } from '../phone/h5-phone'
import type { Phone } from '../phone/phone'
import type { WeappPhone } from '../phone/weapp-phone'

const WAIT = 30_000

/** Polls an async condition in the page; unlike `waitForFunction` it awaits promises. */
export async function waitUntil(page: Page, says: (given: string) => Promise<boolean>, given = '') {
  const end = Date.now() + WAIT
  while (!(await page.evaluate(says, given))) {
    if (Date.now() > end) throw new Error(`timed out waiting for: ${says}`)
    await page.waitForTimeout(50)
  }
}

/** Waits until the service worker has cached the site and controls the page. */
export const waitForSiteCache = (page: Page) =>
  waitUntil(page, async () => {
    const { active } = await navigator.serviceWorker.ready
    return active?.state === 'activated' && navigator.serviceWorker.controller !== null
  })

/** Waits until the phone has stored everything it needs to show a shop offline. */
export async function waitForShopCache(phone: Phone, slug: string) {
  const key = `kept-shop-${slug}`
  if (phone instanceof H5Phone) {
    await phone.page.waitForFunction((name) => localStorage.getItem(name) !== null, key)
    return waitForSiteCache(phone.page)
  }
  const { app } = phone as WeappPhone
  while (!((await app.storage()) as Record<string, unknown>)[key]) await app.page.waitForTimeout(40)
}

/** Returns the contents of all caches as text, by cache and URL path. */
export const cacheContents = (page: Page): Promise<Record<string, Record<string, string>>> =>
  page.evaluate(async () => {
    const all: Record<string, Record<string, string>> = {}
    for (const name of await caches.keys()) {
      const cache = await caches.open(name)
      const texts: Record<string, string> = {}
      for (const { url } of await cache.keys()) {
        const answer = await cache.match(url)
        texts[url.replace(location.origin, '')] = answer ? await answer.text() : ''
      }
      all[name] = texts
    }
    return all
  })
