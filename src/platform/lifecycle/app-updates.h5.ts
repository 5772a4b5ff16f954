import { embeddedShop } from '@/platform/embedded-shop/embedded-shop'
import './site.scss'
import type { VersionWords } from './lifecycle-types'

/** Browsers load the newest version themselves. */
export const checkAppVersion = (_words: VersionWords): void => undefined

/** Delay in ms after the load event, so that the worker does not compete with the page for the network. */
const START_DELAY = 2_000

/** Paths of the resources that the page loaded before the worker was active. */
const loadedResources = () =>
  performance.getEntriesByType('resource').map(({ name }) => name.replace(location.origin, ''))

async function register() {
  const { serviceWorker } = navigator
  const isFirstVisit = serviceWorker.controller === null
  // a compiled site may be in any folder
  await serviceWorker.register(embeddedShop() ? './sw.js' : '/sw.js', { updateViaCache: 'none' })
  if (!isFirstVisit || embeddedShop()) return
  const { active } = await serviceWorker.ready
  active?.postMessage(loadedResources())
}

/** Registers the service worker for offline use; production builds in secure contexts only. */
export function registerServiceWorker(): void {
  if (process.env.NODE_ENV !== 'production' || !window.isSecureContext || !('serviceWorker' in navigator))
    return
  // errors are ignored: the page works without a worker
  const begin = () => setTimeout(() => void register().catch(() => undefined), START_DELAY)
  if (document.readyState === 'complete') begin()
  else window.addEventListener('load', begin)
}
