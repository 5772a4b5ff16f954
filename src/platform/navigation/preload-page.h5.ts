import { reportPageLoad } from './page-load-status'

interface Route {
  path: string
  load(): unknown[]
}

/** What Taro's build keeps for its router. */
interface TaroApp {
  routes: Route[]
  router: { basename?: string; customRoutes?: Record<string, string | string[]> }
}

declare global {
  interface Window {
    __taroAppConfig?: TaroApp
  }
}

/** So often, in ms, people are told that a page is still on its way; one that is here before, opens without a word. */
const STILL_MS = 1000

const came = new Set<string>()
let asked = 0

/**
 * Goes on once the scripts and styles of a page are here. Taro's router changes the address before it asks for them,
 * and where they do not come it leaves the old page under the new address, without a word.
 */
export function preloadPage(url: string, open: () => void): void {
  const turn = ++asked
  const from = window.location.href
  const still = () => turn === asked && window.location.href === from
  const app = window.__taroAppConfig
  const route = app?.routes.find(({ path }) => url.split('?')[0] === `/${path}`)
  if (!app || !route || came.has(route.path)) {
    open()
    return
  }
  const slow = setInterval(() => still() && reportPageLoad('slow'), STILL_MS)
  Promise.all(route.load())
    .then(
      () => {
        came.add(route.path)
        if (still()) open()
      },
      () => missed(addressOf(app, route, url), still),
    )
    .finally(() => clearInterval(slow))
}

/** A server that answers has another build than this page, so the page is opened from there; else people are told. */
async function missed(address: string, still: () => boolean) {
  const answers = await fetch(window.location.href, { cache: 'no-store' }).then(
    ({ ok }) => ok,
    () => false,
  )
  if (!still()) return
  if (!answers) return reportPageLoad('missed')
  window.history.pushState(null, '', address)
  window.location.reload()
}

function addressOf({ router }: TaroApp, { path }: Route, url: string): string {
  const [alias = `/${path}`] = [router.customRoutes?.[`/${path}`] ?? []].flat()
  const query = url.slice(path.length + 1)
  return `${(router.basename ?? '').replace(/\/$/, '')}${alias}${query}`
}
