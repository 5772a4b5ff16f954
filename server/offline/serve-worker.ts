import { createHash } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { Ready } from '../http/ready'
import type { Site } from '../http/site'
import { noWorker } from './no-worker'
import { type KeptSite, offlineWorker } from './worker'

/** The addresses whose files are kept: all a buyer needs to look at a shop she has seen. */
const BUYERS = ['/s/:slug', '/product', '/checkout']

function keptSite({ html, pageFiles }: Site): KeptSite | undefined {
  if (!pageFiles) return undefined
  const { start, pages } = pageFiles
  const files = new Set([...start, ...BUYERS.flatMap((address) => pages[address] ?? [])])
  const build = createHash('sha256')
    .update(html)
    .update([...files].join())
    .digest('hex')
    .slice(0, 12)
  return { build, start, files: [...files].map((file) => `/${file}`) }
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
  const script = new Ready(workerScript(site, on), 'text/javascript; charset=utf-8', 'no-cache')
  app.get('/sw.js', (request, reply) => script.send(request, reply))
}
