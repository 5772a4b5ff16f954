import { type createMatch, isCacheable, pathOf } from './public-cache'
import type { FetchEventLike, WorkerScope } from './worker-scope'

export const PHOTOS = 'kz-photos'
/** The maximum number of cached photos; the oldest are deleted. */
export const MAX_PHOTOS = 60
export const PHOTO = /^(\/photos\/[0-9a-f]{32}-)(375|750|1200|logo|head|head-wide)\.webp$/

/** Serves photos from the cache, from the network, or offline in another size. */
export function createPhotoCache(scope: WorkerScope, matchIn: ReturnType<typeof createMatch>) {
  async function store(url: string, answer: Response) {
    if (!isCacheable(answer, /image/)) return
    const cache = await scope.caches.open(PHOTOS)
    await cache.put(url, answer)
    const all = await cache.keys()
    await Promise.all(all.slice(0, Math.max(0, all.length - MAX_PHOTOS)).map((one) => cache.delete(one)))
  }

  /** Returns the same photo in another cached size. */
  async function otherSize(path: string): Promise<Response | undefined> {
    const [, front] = PHOTO.exec(path) || []
    for (const width of [750, 375, 1200]) {
      const other = await matchIn(PHOTOS, `${front}${width}.webp`)
      if (other) return other
    }
    return undefined
  }

  async function respond(event: FetchEventLike): Promise<Response> {
    const path = pathOf(event.request.url)
    const cached = await matchIn(PHOTOS, path)
    if (cached) return cached
    try {
      const answer = await scope.fetch(event.request)
      // errors such as a full storage must not fail the response
      event.waitUntil(store(path, answer.clone()).catch(() => undefined))
      return answer
    } catch (error) {
      const other = await otherSize(path)
      if (other) return other
      throw error
    }
  }

  return { store, respond }
}
