export const MATCH_OPTIONS = { ignoreVary: true }

/** True for a complete, public response of the expected type; a captive portal may answer a script with a page. */
export const isCacheable = (answer: Response, type: RegExp) =>
  answer.status === 200 &&
  answer.type === 'basic' &&
  !answer.redirected &&
  type.test(answer.headers.get('content-type') || '') &&
  !/private|no-store/.test(answer.headers.get('cache-control') || '')

export const pathOf = (url: string) => new URL(url).pathname

/** Finds a response in one cache; a cache that cannot be opened contains none. */
export const createMatch = (caches: CacheStorage) => (cache: string, key: Request | string) =>
  caches
    .open(cache)
    .then((open) => open.match(key, MATCH_OPTIONS))
    .catch(() => undefined)
