import { embeddedShop } from '@/platform/embedded-shop/embedded-shop'
import '../lifecycle/site.scss'

/** So long after the page has loaded, in ms: until then the network is the page's own. */
const AFTER = 2_000

/** What this page has loaded so far: the worker was not there yet. */
const loaded = () =>
  performance.getEntriesByType('resource').map(({ name }) => name.replace(location.origin, ''))

async function keep() {
  const { serviceWorker } = navigator
  const first = serviceWorker.controller === null
  // a shop's own site lies in any folder
  await serviceWorker.register(embeddedShop() ? './sw.js' : '/sw.js', { updateViaCache: 'none' })
  if (!first || embeddedShop()) return
  const { active } = await serviceWorker.ready
  active?.postMessage(loaded())
}

/** Lets the browser keep the site for when there is no network; only by https (or on this machine) it may. */
export function registerServiceWorker(): void {
  if (process.env.NODE_ENV !== 'production' || !window.isSecureContext || !('serviceWorker' in navigator))
    return
  // a browser that refuses goes on without
  const begin = () => setTimeout(() => void keep().catch(() => undefined), AFTER)
  if (document.readyState === 'complete') begin()
  else window.addEventListener('load', begin)
}
