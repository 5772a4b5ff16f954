import { createHash } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { createWorkerScript, type SiteManifest, WORKER_BUNDLE } from '@/service-worker/manifest'
import { CachedResponse } from '../http/cache/cached-response'
import type { Site } from '../http/pages/site'

/** The pages whose files are precached: the shop page, and the pages on the way to an order. */
const SHOP = '/s/:slug'
const ORDER_PATHS = ['/product', '/checkout']

function createManifest({ html, pageFiles }: Site): SiteManifest | undefined {
  if (!pageFiles) return undefined
  const { start, pages, lazySections, cartPanels = [] } = pageFiles
  const files = new Set([...start, ...(pages[SHOP] ?? []), ...cartPanels])
  const later = [...lazySections, ...ORDER_PATHS.flatMap((address) => pages[address] ?? [])]
  const more = new Set(later.filter((file) => !files.has(file)))
  const names = [...files, ...more].join()
  const build = createHash('sha256').update(html).update(names).digest('hex').slice(0, 12)
  const addresses = (some: Set<string>) => [...some].map((file) => `/${file}`)
  return { kind: 'site', build, start, files: addresses(files), more: addresses(more) }
}

/**
 * Serves the service worker, or its unregistering form when offline pages are disabled. The script contains the file list of
 * this build, so each build has a different one. Caches must revalidate it.
 */
export function serveWorker(app: FastifyInstance, site: Site, isEnabled: boolean): void {
  const bundle = site.text(`/${WORKER_BUNDLE}`)
  if (bundle === undefined) return
  const script = new CachedResponse(
    createWorkerScript(bundle, isEnabled ? createManifest(site) : undefined),
    'text/javascript; charset=utf-8',
    'no-cache',
  )
  app.get('/sw.js', (request, reply) => script.send(request, reply))
}
