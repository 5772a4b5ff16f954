import { createHash } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { CachedResponse } from '../http/cached-response'
import type { Site } from '../http/site'
import { unregisterWorker } from './unregister-worker'
import { offlineWorker, type PrecacheManifest } from './worker'

/** The pages whose files are precached: the shop page, and the pages on the way to an order. */
const SHOP = '/s/:slug'
const ORDER_PATHS = ['/product', '/checkout']

function createPrecacheManifest({ html, pageFiles }: Site): PrecacheManifest | undefined {
  if (!pageFiles) return undefined
  const { start, pages, lazySections } = pageFiles
  const files = new Set([...start, ...(pages[SHOP] ?? [])])
  const later = [...lazySections, ...ORDER_PATHS.flatMap((address) => pages[address] ?? [])]
  const more = new Set(later.filter((file) => !files.has(file)))
  const names = [...files, ...more].join()
  const build = createHash('sha256').update(html).update(names).digest('hex').slice(0, 12)
  const addresses = (some: Set<string>) => [...some].map((file) => `/${file}`)
  return { build, start, files: addresses(files), more: addresses(more) }
}

/** Creates the script at `/sw.js`. It contains the file list of this build, so each build has a different script. */
export function createWorkerScript(site: Site, isEnabled: boolean): string {
  const manifest = isEnabled ? createPrecacheManifest(site) : undefined
  return manifest
    ? `(${offlineWorker.toString()})(self,${JSON.stringify(manifest)})`
    : `(${unregisterWorker.toString()})(self)`
}

/** Serves the service worker, or its unregistering replacement when offline pages are disabled. Caches must revalidate it. */
export function serveWorker(app: FastifyInstance, site: Site, isEnabled: boolean): void {
  const script = new CachedResponse(
    createWorkerScript(site, isEnabled),
    'text/javascript; charset=utf-8',
    'no-cache',
  )
  app.get('/sw.js', (request, reply) => script.send(request, reply))
}
