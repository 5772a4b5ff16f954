import { deleteOlderCaches } from './former-caches'
import type { SiteManifest } from './manifest'
import { answerInTime, isFromServer } from './network-page'
import { createPhotoCache, MAX_PHOTOS, PHOTO, PHOTOS } from './photo-cache'
import { createMatch, isCacheable, MATCH_OPTIONS, pathOf } from './public-cache'
import type { FetchEventLike, MessageEventLike, WorkerScope } from './worker-scope'

const SITE = 'kz-site-'
const SHELL = '/index.html'
const HASHED = /^\/(js|css)\/.*[.-][0-9a-f]{8,20}\.(js|css)$/
const BUYER_PAGE = /^\/(s\/[^/]+|shop|product)$/
const CODE = /javascript|css/

const isBuyerPage = (referrer: string) => referrer !== '' && BUYER_PAGE.test(pathOf(referrer))
const isPage = (path: string) => !/^\/(api|photos)(\/|$)|\.\w+$/.test(path)

/**
 * The site's service worker: caches only public content (page, scripts, styles, recent product photos) and loads pages
 * network-first.
 */
export function runSiteWorker(scope: WorkerScope, site: SiteManifest): void {
  const { caches } = scope
  const siteCache = SITE + site.build
  const matchIn = createMatch(caches)
  const photos = createPhotoCache(scope, matchIn)

  const savesData = () => scope.navigator.connection?.saveData === true

  async function cacheFile(cache: Cache, file: string) {
    const answer = await scope.fetch(file)
    if (!isCacheable(answer, CODE)) throw new Error(`${file}: ${answer.status}`)
    await cache.put(file, answer)
  }

  /** Caches the page, or fails the installation when it belongs to another build, as during a deployment. */
  async function cacheShell(cache: Cache) {
    const answer = await scope.fetch(SHELL, { cache: 'no-cache' })
    const html = await answer.clone().text()
    const isSameBuild = site.start.every((file) => html.includes(file))
    if (!isSameBuild || !isCacheable(answer, /html/))
      throw new Error(`${SHELL}: ${answer.status}, not of this build`)
    await cache.put(SHELL, answer)
  }

  async function install() {
    const cache = await caches.open(siteCache)
    try {
      const files = site.files.concat(savesData() ? [] : site.more)
      await Promise.all([cacheShell(cache), ...files.map((file) => cacheFile(cache, file))])
    } catch (error) {
      await caches.delete(siteCache)
      throw error
    }
    await scope.skipWaiting()
  }

  async function activate() {
    await deleteOlderCaches(caches, SITE, siteCache)
    await scope.registration.navigationPreload?.enable()
    await scope.clients.claim()
  }

  async function page(event: FetchEventLike): Promise<Response> {
    const network = Promise.resolve(event.preloadResponse).then(
      (preloaded) => preloaded || scope.fetch(event.request),
    )
    const answer = await answerInTime(network)
    if (answer && isFromServer(answer)) return answer
    return (await matchIn(siteCache, SHELL)) || answer || network
  }

  /** Serves a file cache-first and caches it when a page first loads it. */
  async function file(event: FetchEventLike): Promise<Response> {
    const cached = await caches.match(event.request, MATCH_OPTIONS).catch(() => undefined)
    if (cached) return cached
    const answer = await scope.fetch(event.request)
    const copy = answer.clone()
    const store = async () =>
      isCacheable(copy, CODE) && (await caches.open(siteCache)).put(event.request, copy)
    event.waitUntil(store().catch(() => undefined))
    return answer
  }

  /** Caches the files and photos that a page loaded before this worker was installed. */
  async function cacheLoaded({ data, source }: MessageEventLike) {
    if (!Array.isArray(data)) return
    const paths = data.map(String)
    const cache = await caches.open(siteCache)
    for (const path of paths.filter((one) => HASHED.test(one)))
      if (!(await matchIn(siteCache, path))) await cacheFile(cache, path)
    if (!isBuyerPage(source?.url ?? '')) return
    for (const path of paths.filter((one) => PHOTO.test(one)).slice(-MAX_PHOTOS))
      if (!(await matchIn(PHOTOS, path))) await photos.store(path, await scope.fetch(path))
  }

  scope.addEventListener('install', (event) => event.waitUntil(install()))
  scope.addEventListener('activate', (event) => event.waitUntil(activate()))
  scope.addEventListener('message', (event) => event.waitUntil(cacheLoaded(event).catch(() => undefined)))
  scope.addEventListener('fetch', (event) => {
    const { request } = event
    const { origin, pathname } = new URL(request.url)
    if (request.method !== 'GET' || origin !== scope.location.origin) return
    if (request.mode === 'navigate') {
      if (isPage(pathname)) event.respondWith(page(event))
    } else if (HASHED.test(pathname)) event.respondWith(file(event))
    else if (PHOTO.test(pathname) && isBuyerPage(request.referrer)) event.respondWith(photos.respond(event))
  })
}
