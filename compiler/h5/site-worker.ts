import type { FetchEventLike, WorkerScope } from '../../server/offline/worker'

/** Files that a compiled site caches for offline use. */
export interface CompiledSite {
  slug: string
  /** Hash of the content. */
  build: string
  /** Cached on install. */
  files: string[]
  /** Cached on install if possible. */
  voices: string[]
}

/**
 * The service worker of a compiled site. Sites on one origin use separate caches. Pages come from the network while it
 * answers. The function is sent as text, so it uses nothing from outside and only what browsers of 2018 support.
 */
export function compiledSiteWorker(
  scope: WorkerScope & { registration: { scope: string } },
  site: CompiledSite,
): void {
  const { caches } = scope
  const base = scope.registration.scope
  const CACHE_PREFIX = `shop-site ${base} ${site.slug} `
  const cacheName = CACHE_PREFIX + site.build
  /** Time in ms to wait for the network before a page comes from the cache. */
  const TIMEOUT_MS = 10000
  const OFFLINE = `${base}offline.html`
  const FIXED = /^(js|css|photos)\//
  const VOICE = /^voices\//
  const RANGE = /^bytes=(\d*)-(\d*)$/

  /** Caches of other builds of this site in order of creation. */
  const formerCaches = () =>
    caches
      .keys()
      .then((names) => names.filter((name) => name.indexOf(CACHE_PREFIX) === 0 && name !== cacheName))

  async function install() {
    const cache = await caches.open(cacheName)
    try {
      await Promise.all(
        site.files.map(async (file) => {
          const answer = await scope.fetch(base + file, { cache: 'no-cache' })
          if (answer.status !== 200) throw new Error(`${file}: ${answer.status}`)
          await cache.put(base + file, answer)
        }),
      )
    } catch (error) {
      // an incomplete cache would pass for a former build
      await caches.delete(cacheName)
      throw error
    }
    await Promise.all(site.voices.map((name) => cacheVoice(cache, base + name).catch(() => undefined)))
    await scope.skipWaiting()
  }

  /** Copies a voice from a former cache or the network. A failed voice does not fail the installation. */
  async function cacheVoice(cache: Cache, url: string) {
    const answer = (await matchFormer(url)) || (await scope.fetch(url))
    if (answer.status === 200) await cache.put(url, answer)
  }

  /** Deletes all former caches but the latest, which open pages of that build still need. */
  async function activate() {
    const older = (await formerCaches()).slice(0, -1)
    await Promise.all(older.map((name) => caches.delete(name)))
    await scope.clients.claim()
  }

  const matchIn = (name: string, url: string) =>
    caches.open(name).then((cache) => cache.match(url, { ignoreVary: true }))
  const matchCurrent = (url: string) => matchIn(cacheName, url)

  async function matchFormer(url: string) {
    for (const name of (await formerCaches()).reverse()) {
      const known = await matchIn(name, url)
      if (known) return known
    }
    return undefined
  }

  async function page(request: Request): Promise<Response> {
    const late = new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), TIMEOUT_MS))
    const answer = await Promise.race([scope.fetch(request), late]).catch(() => undefined)
    if (answer && [502, 503, 504].indexOf(answer.status) < 0) return answer
    const isShopPage = request.url.split(/[?#]/)[0] === base || /\/index\.html$/.test(request.url)
    return (
      (isShopPage && (await matchCurrent(base))) ||
      (await matchCurrent(OFFLINE)) ||
      answer ||
      Response.error()
    )
  }

  async function file(request: Request): Promise<Response> {
    const known = (await matchCurrent(request.url)) || (await matchFormer(request.url))
    if (known) return known
    const answer = await scope.fetch(request)
    if (answer.status === 200) {
      const copy = answer.clone()
      const cache = await caches.open(cacheName)
      // full storage must not fail the page
      await cache.put(request.url, copy).catch(() => undefined)
    }
    return answer
  }

  /** Serves a cached voice, with `Range` support for iPhones. */
  async function voice(request: Request): Promise<Response> {
    const known = (await matchCurrent(request.url)) || (await matchFormer(request.url))
    if (!known) return scope.fetch(request)
    const bytes = await known.arrayBuffer()
    const headers: Record<string, string> = { 'content-type': 'audio/mpeg', 'accept-ranges': 'bytes' }
    const [range, from, to] = RANGE.exec(request.headers.get('range') || '') || ['', '', '']
    if (!range || (!from && !to)) return new Response(bytes, { headers })
    const size = bytes.byteLength
    const start = from ? Number(from) : Math.max(0, size - Number(to))
    const end = from && to ? Math.min(Number(to), size - 1) : size - 1
    const none = start > end
    headers['content-range'] = `bytes ${none ? '*' : `${start}-${end}`}/${size}`
    if (none) return new Response(null, { status: 416, headers })
    return new Response(bytes.slice(start, end + 1), { status: 206, headers })
  }

  scope.addEventListener('install', (event) => event.waitUntil(install()))
  scope.addEventListener('activate', (event) => event.waitUntil(activate()))
  scope.addEventListener('fetch', (event: FetchEventLike) => {
    const { request } = event
    if (request.method !== 'GET' || request.url.indexOf(base) !== 0) return
    if (request.mode === 'navigate') event.respondWith(page(request))
    else if (FIXED.test(request.url.slice(base.length))) event.respondWith(file(request))
    else if (VOICE.test(request.url.slice(base.length))) event.respondWith(voice(request))
  })
}
