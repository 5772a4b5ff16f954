import { deleteOlderCaches, formerCaches } from './former-caches'
import type { CompiledSiteManifest } from './manifest'
import { answerInTime, isFromServer } from './network-page'
import type { WorkerScope } from './worker-scope'

const FIXED = /^(js|css|photos)\//
const VOICE = /^voices\//
const RANGE = /^bytes=(\d*)-(\d*)$/

/** The response with a voice, or with the part of it that a `Range` header names, as iPhones send. */
function voiceResponse(bytes: ArrayBuffer, wanted: string): Response {
  const headers: Record<string, string> = { 'content-type': 'audio/mpeg', 'accept-ranges': 'bytes' }
  const [range, from, to] = RANGE.exec(wanted) || ['', '', '']
  if (!range || (!from && !to)) return new Response(bytes, { headers })
  const size = bytes.byteLength
  const start = from ? Number(from) : Math.max(0, size - Number(to))
  const end = from && to ? Math.min(Number(to), size - 1) : size - 1
  const none = start > end
  headers['content-range'] = `bytes ${none ? '*' : `${start}-${end}`}/${size}`
  if (none) return new Response(null, { status: 416, headers })
  return new Response(bytes.slice(start, end + 1), { status: 206, headers })
}

/**
 * The service worker of a compiled site. Sites on one origin use separate caches. Pages come from the network while it
 * answers.
 */
export function runCompiledSiteWorker(scope: WorkerScope, site: CompiledSiteManifest): void {
  const { caches } = scope
  const base = scope.registration.scope
  const cachePrefix = `shop-site ${base} ${site.slug} `
  const cacheName = cachePrefix + site.build
  const offlinePage = `${base}offline.html`

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

  async function activate() {
    await deleteOlderCaches(caches, cachePrefix, cacheName)
    await scope.clients.claim()
  }

  const matchIn = (name: string, url: string) =>
    caches.open(name).then((cache) => cache.match(url, { ignoreVary: true }))
  const matchCurrent = (url: string) => matchIn(cacheName, url)

  async function matchFormer(url: string) {
    for (const name of (await formerCaches(caches, cachePrefix, cacheName)).reverse()) {
      const known = await matchIn(name, url)
      if (known) return known
    }
    return undefined
  }

  async function page(request: Request): Promise<Response> {
    const answer = await answerInTime(scope.fetch(request))
    if (answer && isFromServer(answer)) return answer
    const isShopPage = request.url.split(/[?#]/)[0] === base || /\/index\.html$/.test(request.url)
    return (
      (isShopPage && (await matchCurrent(base))) ||
      (await matchCurrent(offlinePage)) ||
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

  async function voice(request: Request): Promise<Response> {
    const known = (await matchCurrent(request.url)) || (await matchFormer(request.url))
    if (!known) return scope.fetch(request)
    return voiceResponse(await known.arrayBuffer(), request.headers.get('range') || '')
  }

  scope.addEventListener('install', (event) => event.waitUntil(install()))
  scope.addEventListener('activate', (event) => event.waitUntil(activate()))
  scope.addEventListener('fetch', (event) => {
    const { request } = event
    if (request.method !== 'GET' || !request.url.startsWith(base)) return
    if (request.mode === 'navigate') event.respondWith(page(request))
    else if (FIXED.test(request.url.slice(base.length))) event.respondWith(file(request))
    else if (VOICE.test(request.url.slice(base.length))) event.respondWith(voice(request))
  })
}
