import { runCompiledSiteWorker } from './compiled-site-worker'
import type { WorkerManifest } from './manifest'
import { showMessages } from './show-messages'
import { runSiteWorker } from './site-worker'
import { unregisterWorker } from './unregister-worker'
import type { WorkerScope } from './worker-scope'

// The service worker of the site and of compiled sites. The script that is served sets the manifest first.
const scope = self as unknown as WorkerScope & { kzManifest?: WorkerManifest }
const { kzManifest: manifest } = scope

if (!manifest) unregisterWorker(scope)
else if (manifest.kind === 'site') {
  runSiteWorker(scope, manifest)
  showMessages(scope)
} else runCompiledSiteWorker(scope, manifest)
