/** What a service worker's events and scope have, as far as it is used: TypeScript's own types for it exclude those of pages. */
interface Lasting {
  waitUntil(work: Promise<unknown>): void
}
export interface Fetching extends Lasting {
  request: Request
  preloadResponse?: Promise<Response | undefined>
  respondWith(answer: Promise<Response>): void
}
interface Told extends Lasting {
  data: unknown
  source: { url?: string } | null
}
export interface WorkerScope {
  caches: CacheStorage
  location: { origin: string }
  /** Where people save data, some browsers say so. */
  navigator: { connection?: { saveData?: boolean } }
  clients: { claim(): Promise<void> }
  registration: { navigationPreload?: { enable(): Promise<void> } }
  fetch(request: Request | string, how?: RequestInit): Promise<Response>
  skipWaiting(): Promise<void>
  addEventListener(kind: 'install' | 'activate', run: (event: Lasting) => void): void
  addEventListener(kind: 'fetch', run: (event: Fetching) => void): void
  addEventListener(kind: 'message', run: (event: Told) => void): void
}

/** A build of the site. */
export interface KeptSite {
  /** Its name. */
  build: string
  /** What its page begins with. */
  start: string[]
  /** All that a shop's page needs; whoever has seen one has them already. */
  files: string[]
  /** What a product and an order need besides: only for those who do not save data. */
  more: string[]
}

/**
 * The service worker. It keeps the site's page, the scripts and styles of a build, and the photos of goods seen last: what
 * is the same for everybody, and nothing else. What a shop sells is kept by its page (`features/storefront`). Pages always
 * come from the network while there is one. It is sent as text, so it uses nothing from outside, and only what browsers of
 * 2018 know.
 */
export function offlineWorker(scope: WorkerScope, site: KeptSite): void {
  const { caches } = scope
  const SITE = 'kz-site-'
  const PHOTOS = 'kz-photos'
  const SHELL = '/index.html'
  const here = SITE + site.build
  const MOST_PHOTOS = 60
  /** A network that does not answer in this time does not hold up the page any longer, in ms. */
  const DEFAULT_TIMEOUTS = 10000
  const DOWN = [502, 503, 504]
  const HASHED = /^\/(js|css)\/.*[.-][0-9a-f]{8,20}\.(js|css)$/
  const PHOTO = /^(\/photos\/[0-9a-f]{32}-)(375|750|1200)\.webp$/
  const BUYERS = /^\/(s\/[^/]+|shop|product)$/
  const CODE = /javascript|css/
  const loosely = { ignoreVary: true }

  /** Whole, as it is for everybody, and of the kind that was asked for: a network's own page is not a script. */
  const isSound = (answer: Response, type: RegExp) =>
    answer.status === 200 &&
    answer.type === 'basic' &&
    !answer.redirected &&
    type.test(answer.headers.get('content-type') || '') &&
    !/private|no-store/.test(answer.headers.get('cache-control') || '')

  const savesData = () => {
    const { connection } = scope.navigator
    return connection ? connection.saveData === true : false
  }

  const pathOf = (url: string) => new URL(url).pathname

  async function keepFile(cache: Cache, file: string) {
    const answer = await scope.fetch(file)
    if (!isSound(answer, CODE)) throw new Error(`${file}: ${answer.status}`)
    await cache.put(file, answer)
  }

  /** The page is of this build, or all of it is left for another time: a server may just be changing. */
  async function keepShell(cache: Cache) {
    const answer = await scope.fetch(SHELL, { cache: 'no-cache' })
    const html = await answer.clone().text()
    const same = site.start.every((file) => html.indexOf(file) >= 0)
    if (!same || !isSound(answer, /html/)) throw new Error(`${SHELL}: ${answer.status}, not of this build`)
    await cache.put(SHELL, answer)
  }

  async function install() {
    const cache = await caches.open(here)
    try {
      const files = site.files.concat(savesData() ? [] : site.more)
      await Promise.all([keepShell(cache), ...files.map((file) => keepFile(cache, file))])
    } catch (error) {
      await caches.delete(here)
      throw error
    }
    await scope.skipWaiting()
  }

  /** The build before stays for pages that are still open; all older ones go. */
  async function activate() {
    const names = (await caches.keys()).filter((name) => name.indexOf(SITE) === 0 && name !== here)
    await Promise.all(names.slice(0, -1).map((name) => caches.delete(name)))
    if (scope.registration.navigationPreload) await scope.registration.navigationPreload.enable()
    await scope.clients.claim()
  }

  const kept = (cache: string, key: Request | string) =>
    caches
      .open(cache)
      .then((open) => open.match(key, loosely))
      .catch(() => undefined)

  async function page(event: Fetching): Promise<Response> {
    const answered = Promise.resolve(event.preloadResponse).then(
      (early) => early || scope.fetch(event.request),
    )
    let timer: ReturnType<typeof setTimeout> | undefined
    const late = new Promise<undefined>((resolve) => {
      timer = setTimeout(() => resolve(undefined), DEFAULT_TIMEOUTS)
    })
    const answer = await Promise.race([answered, late]).catch(() => undefined)
    clearTimeout(timer)
    if (answer && DOWN.indexOf(answer.status) < 0) return answer
    return (await kept(here, SHELL)) || answer || answered
  }

  /** Files of other pages are kept by those who open them. */
  async function file(event: Fetching): Promise<Response> {
    const known = await caches.match(event.request, loosely).catch(() => undefined)
    if (known) return known
    const answer = await scope.fetch(event.request)
    const copy = answer.clone()
    const keep = async () => isSound(copy, CODE) && (await caches.open(here)).put(event.request, copy)
    event.waitUntil(keep().catch(() => undefined))
    return answer
  }

  async function keepPhoto(url: string, answer: Response) {
    if (!isSound(answer, /image/)) return
    const cache = await caches.open(PHOTOS)
    await cache.put(url, answer)
    const all = await cache.keys()
    await Promise.all(all.slice(0, Math.max(0, all.length - MOST_PHOTOS)).map((one) => cache.delete(one)))
  }

  /** The same photo in another size, where this one was never loaded. */
  async function otherSize(path: string): Promise<Response | undefined> {
    const [, front] = PHOTO.exec(path) || []
    for (const width of [750, 375, 1200]) {
      const other = await kept(PHOTOS, `${front}${width}.webp`)
      if (other) return other
    }
    return undefined
  }

  async function photo(event: Fetching): Promise<Response> {
    const path = pathOf(event.request.url)
    const known = await kept(PHOTOS, path)
    if (known) return known
    try {
      const answer = await scope.fetch(event.request)
      // a full storage keeps nothing more, and takes nothing from the page
      event.waitUntil(keepPhoto(path, answer.clone()).catch(() => undefined))
      return answer
    } catch (error) {
      const other = await otherSize(path)
      if (other) return other
      throw error
    }
  }

  /** What a page had loaded before this worker was. */
  async function keepSeen({ data, source }: Told) {
    if (!Array.isArray(data)) return
    const paths = data.map(String)
    const cache = await caches.open(here)
    for (const path of paths.filter((one) => HASHED.test(one)))
      if (!(await kept(here, path))) await keepFile(cache, path)
    if (!isOfBuyers((source ? source.url : '') || '')) return
    for (const path of paths.filter((one) => PHOTO.test(one)).slice(-MOST_PHOTOS))
      if (!(await kept(PHOTOS, path))) await keepPhoto(path, await scope.fetch(path))
  }

  const isOfBuyers = (referrer: string) => referrer !== '' && BUYERS.test(pathOf(referrer))
  const isPage = (path: string) => !/^\/(api|photos)(\/|$)|\.\w+$/.test(path)

  scope.addEventListener('install', (event) => event.waitUntil(install()))
  scope.addEventListener('activate', (event) => event.waitUntil(activate()))
  scope.addEventListener('message', (event) => event.waitUntil(keepSeen(event).catch(() => undefined)))
  scope.addEventListener('fetch', (event) => {
    const { request } = event
    const { origin, pathname } = new URL(request.url)
    if (request.method !== 'GET' || origin !== scope.location.origin) return
    if (request.mode === 'navigate') {
      if (isPage(pathname)) event.respondWith(page(event))
    } else if (HASHED.test(pathname)) event.respondWith(file(event))
    else if (PHOTO.test(pathname) && isOfBuyers(request.referrer)) event.respondWith(photo(event))
  })
}
