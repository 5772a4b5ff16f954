import type { Fetching, WorkerScope } from '../../server/offline/worker'

/** What a shop's own site keeps for when there is no network. */
export interface OwnSite {
  slug: string
  /** Names this very content. */
  build: string
  /** Kept from the start, beside the worker. */
  files: string[]
  /** Kept from the start too, where that goes well. */
  voices: string[]
}

/**
 * The service worker of a shop's own site. Sites of several shops may share a host: each keeps what is its own under its
 * own name, and touches no other. Pages come from the network while there is one. It is sent as text, so it uses nothing
 * from outside, and only what browsers of 2018 know.
 */
export function ownWorker(scope: WorkerScope & { registration: { scope: string } }, site: OwnSite): void {
  const { caches } = scope
  const base = scope.registration.scope
  const OWN = `shop-site ${base} ${site.slug} `
  const here = OWN + site.build
  /** A network that does not answer in this time does not hold up the page any longer, in ms. */
  const PATIENCE = 10000
  const OFFLINE = `${base}offline.html`
  const FIXED = /^(js|css|photos)\//
  const VOICE = /^voices\//
  const RANGE = /^bytes=(\d*)-(\d*)$/

  /** The caches of other builds of this site, as they were made, the latest last. */
  const formerOnes = () =>
    caches.keys().then((names) => names.filter((name) => name.indexOf(OWN) === 0 && name !== here))

  async function install() {
    const cache = await caches.open(here)
    try {
      await Promise.all(
        site.files.map(async (file) => {
          const answer = await scope.fetch(base + file, { cache: 'no-cache' })
          if (answer.status !== 200) throw new Error(`${file}: ${answer.status}`)
          await cache.put(base + file, answer)
        }),
      )
    } catch (error) {
      // a half one would pass for the build before
      await caches.delete(here)
      throw error
    }
    await Promise.all(site.voices.map((name) => keepVoice(cache, base + name).catch(() => undefined)))
    await scope.skipWaiting()
  }

  /** Nobody has to wait for a voice that the build before has kept. A site without its voices is better than none. */
  async function keepVoice(cache: Cache, url: string) {
    const answer = (await keptBefore(url)) || (await scope.fetch(url))
    if (answer.status === 200) await cache.put(url, answer)
  }

  /** The build before stays for pages that are still open, as their host has it no longer; all older ones go. */
  async function activate() {
    const older = (await formerOnes()).slice(0, -1)
    await Promise.all(older.map((name) => caches.delete(name)))
    await scope.clients.claim()
  }

  const keptIn = (name: string, url: string) =>
    caches.open(name).then((cache) => cache.match(url, { ignoreVary: true }))
  const kept = (url: string) => keptIn(here, url)

  async function keptBefore(url: string) {
    for (const name of (await formerOnes()).reverse()) {
      const known = await keptIn(name, url)
      if (known) return known
    }
    return undefined
  }

  async function page(request: Request): Promise<Response> {
    const late = new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), PATIENCE))
    const answer = await Promise.race([scope.fetch(request), late]).catch(() => undefined)
    if (answer && [502, 503, 504].indexOf(answer.status) < 0) return answer
    const own = request.url.split(/[?#]/)[0] === base || /\/index\.html$/.test(request.url)
    return (own && (await kept(base))) || (await kept(OFFLINE)) || answer || Response.error()
  }

  async function file(request: Request): Promise<Response> {
    const known = (await kept(request.url)) || (await keptBefore(request.url))
    if (known) return known
    const answer = await scope.fetch(request)
    if (answer.status === 200) {
      const copy = answer.clone()
      const cache = await caches.open(here)
      // a full storage keeps nothing more, and takes nothing from the page
      await cache.put(request.url, copy).catch(() => undefined)
    }
    return answer
  }

  /** A kept voice, in parts as iPhones ask for it. */
  async function voice(request: Request): Promise<Response> {
    const known = (await kept(request.url)) || (await keptBefore(request.url))
    if (!known) return scope.fetch(request)
    const whole = await known.arrayBuffer()
    const headers: Record<string, string> = { 'content-type': 'audio/mpeg', 'accept-ranges': 'bytes' }
    const [asked, from, to] = RANGE.exec(request.headers.get('range') || '') || ['', '', '']
    if (!asked || (!from && !to)) return new Response(whole, { headers })
    const size = whole.byteLength
    const start = from ? Number(from) : Math.max(0, size - Number(to))
    const end = from && to ? Math.min(Number(to), size - 1) : size - 1
    const none = start > end
    headers['content-range'] = `bytes ${none ? '*' : `${start}-${end}`}/${size}`
    if (none) return new Response(null, { status: 416, headers })
    return new Response(whole.slice(start, end + 1), { status: 206, headers })
  }

  scope.addEventListener('install', (event) => event.waitUntil(install()))
  scope.addEventListener('activate', (event) => event.waitUntil(activate()))
  scope.addEventListener('fetch', (event: Fetching) => {
    const { request } = event
    if (request.method !== 'GET' || request.url.indexOf(base) !== 0) return
    if (request.mode === 'navigate') event.respondWith(page(request))
    else if (FIXED.test(request.url.slice(base.length))) event.respondWith(file(request))
    else if (VOICE.test(request.url.slice(base.length))) event.respondWith(voice(request))
  })
}
