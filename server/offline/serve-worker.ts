import { createHash } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { CachedResponse } from '../http/cached-response'
import type { Site } from '../http/site'
import { noWorker } from './no-worker'
import { type KeptSite, offlineWorker } from './worker'

/** The pages whose files are kept from the start: a shop, and where a buyer goes from there to order. */
const SHOP = '/s/:slug'
const ORDERING = ['/product', '/checkout']

function keptSite({ html, pageFiles }: Site): KeptSite | undefined {
  if (!pageFiles) return undefined
  const { start, pages, lazySections } = pageFiles
  const files = new Set([...start, ...(pages[SHOP] ?? [])])
  const later = [...lazySections, ...ORDERING.flatMap((address) => pages[address] ?? [])]
  const more = new Set(later.filter((file) => !files.has(file)))
  const names = [...files, ...more].join()
  const build = createHash('sha256').update(html).update(names).digest('hex').slice(0, 12)
  const addresses = (some: Set<string>) => [...some].map((file) => `/${file}`)
  return { build, start, files: addresses(files), more: addresses(more) }
}

/** The script at `/sw.js`: it names every file of this build, so another build is another script. */
export function workerScript(site: Site, on: boolean): string {
  const kept = on ? keptSite(site) : undefined
  return kept
    ? `(${offlineWorker.toString()})(self,${JSON.stringify(kept)})`
    : `(${noWorker.toString()})(self)`
}

/** Serves the service worker. Browsers look for a newer one with every page, so it is asked about every time. */
export function serveWorker(app: FastifyInstance, site: Site, on: boolean): void {
  const script = new CachedResponse(workerScript(site, on), 'text/javascript; charset=utf-8', 'no-cache')
  app.get('/sw.js', (request, reply) => script.send(request, reply))
}
