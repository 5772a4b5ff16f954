interface LifecycleEvent {
  waitUntil(work: Promise<unknown>): void
}
export interface UnregisterScope {
  caches: CacheStorage
  registration: { unregister(): Promise<boolean> }
  skipWaiting(): Promise<void>
  addEventListener(kind: 'install' | 'activate', run: (event: LifecycleEvent) => void): void
}

/**
 * Replaces an installed service worker, deletes its caches and unregisters it. Runs in the browser as text, so it must not
 * use outside names.
 */
export function unregisterWorker(scope: UnregisterScope): void {
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
