interface Ending {
  waitUntil(work: Promise<unknown>): void
}
export interface EndingScope {
  caches: CacheStorage
  registration: { unregister(): Promise<boolean> }
  skipWaiting(): Promise<void>
  addEventListener(kind: 'install' | 'activate', run: (event: Ending) => void): void
}

/**
 * Takes the service worker's place and ends it: all that was kept goes, and the site is as without one. It is sent as
 * text, so it uses nothing from outside.
 */
export function noWorker(scope: EndingScope): void {
  scope.addEventListener('install', (event) => event.waitUntil(scope.skipWaiting()))
  scope.addEventListener('activate', (event) =>
    event.waitUntil(
      scope.caches
        .keys()
        .then((names) => Promise.all(names.map((name) => scope.caches.delete(name))))
        .then(() => scope.registration.unregister()),
    ),
  )
}
