import { runCompiledSiteWorker } from './compiled-site-worker'
import type { WorkerManifest } from './manifest'
import { showMessages } from './show-messages'
import { runSiteWorker } from './site-worker'
import type { WorkerScope } from './worker-scope'

/** Replaces an installed service worker, deletes its caches and unregisters it. */
function unregisterWorker(scope: WorkerScope): void {
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

// The service worker of the site and of compiled sites. The script that is served sets the manifest first.
const scope = self as unknown as WorkerScope & { kzManifest?: WorkerManifest }
const { kzManifest: manifest } = scope

if (!manifest) unregisterWorker(scope)
else if (manifest.kind === 'site') {
  runSiteWorker(scope, manifest)
  showMessages(scope)
} else runCompiledSiteWorker(scope, manifest)
