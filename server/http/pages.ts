import { extname } from 'node:path'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { routes } from '@/contract/routes'
import { ApiError } from '../api-error'
import type { AppDependencies } from '../dependencies'
import type { FirstPaint } from '../first-paint/first-paint'
import type { ReadStorefront } from '../modules/storefronts/read-storefront'
import type { CachedResponse } from './cached-response'
import type { Limits } from './limits'
import { splitName } from './mount'
import { originOf } from './origin'
import { sendRefusal } from './problem'
import { serveProducts } from './product-pages'
import type { Site } from './site'

const matchers = Object.keys(routes).map((name) => {
  const { method, url } = splitName(name)
  return { method: String(method), pattern: new RegExp(`^${url.replace(/:[A-Za-z]+/g, '[^/]+')}$`) }
})

/** The methods an address of the API knows. */
const methodsOf = (path: string): string[] =>
  matchers.filter(({ pattern }) => pattern.test(path)).map(({ method }) => method)

const isPage = (path: string) => !/^\/(api|photos)(\/|$)/.test(path)
const pathOf = (request: FastifyRequest) => request.url.split('?', 1)[0] ?? '/'

/** Browsers ask for HTML, link previews and tools for anything; a missing script is not a page. */
const wantsPage = ({ headers }: FastifyRequest, path: string) =>
  /text\/html|\*\/\*/.test(headers.accept ?? '*/*') && extname(path) === ''

function refuseUnknown(path: string, reply: FastifyReply): FastifyReply {
  const methods = methodsOf(path)
  if (methods.length === 0) return sendRefusal(reply, new ApiError('not-found'))
  return sendRefusal(reply.header('allow', methods.join(', ')), new ApiError('not-found'), 405)
}

/** Answers whether the site has a page at an address; the addresses of shops have a route of their own. */
function pageMatcher(site: Site): (path: string) => boolean {
  if (!site.pageFiles) return () => true
  const addresses = new Set(['/', '/index.html', ...Object.keys(site.pageFiles.pages)])
  return (path) => addresses.has(path.length > 1 ? path.replace(/\/$/, '') : path)
}

interface Pages {
  site: Site | undefined
  /** Paints shops' first screens; without it their pages are plain. */
  firstPaint: FirstPaint | undefined
  readStorefront: ReadStorefront
  limits: Limits
}

/** The address answers with a page, made of the same facts as the route of the API. */
const shopPage = { response: { 200: routes['GET /api/storefronts/:slug'].reply } }

function serveShops(app: FastifyInstance, { settings }: AppDependencies, site: Site, pages: Pages): void {
  const { firstPaint, readStorefront, limits } = pages

  async function paint(slug: string, storefront: CachedResponse | undefined, request: FastifyRequest) {
    if (!firstPaint) return site.shell
    try {
      if (!storefront) return await firstPaint.gonePage()
      return await firstPaint.page(slug, storefront, originOf(settings, request))
    } catch (error) {
      request.log.error({ err: error }, 'a first screen could not be made')
      return site.shell
    }
  }

  app.get<{ Params: { slug: string } }>('/s/:slug', { schema: shopPage }, async (request, reply) => {
    const { slug } = request.params
    const busy = refusalOf(() => limits.address(READ, request))
    if (busy) {
      // the plain page costs nothing, and says by itself that it has to wait
      reply.raw.setHeader('retry-after', Math.ceil(busy.facts.retryAfter ?? 1))
      site.shell.send(request, reply.code(429))
      return reply
    }
    const storefront = await orNone(readStorefront(slug, reply))
    const page = await paint(slug, storefront, request)
    page.send(request, storefront ? reply : reply.code(404))
    return reply
  })
}

/** A shop's page counts as what it shows. */
const READ = 'GET /api/storefronts/:slug'

function refusalOf(check: () => void): ApiError | undefined {
  try {
    check()
    return undefined
  } catch (error) {
    if (error instanceof ApiError) return error
    throw error
  }
}

/** What was found; `undefined` where there is no such thing. */
async function orNone<T>(found: T | Promise<T>): Promise<T | undefined> {
  try {
    return await found
  } catch (error) {
    if (error instanceof ApiError && error.code === 'not-found') return undefined
    throw error
  }
}

/** The H5 site, where there is one: its files, and its page for every address a person may open. All else is a problem answer. */
export function servePages(app: FastifyInstance, deps: AppDependencies, pages: Pages): void {
  const { site } = pages
  if (site) {
    serveShops(app, deps, site, pages)
    const isBusy = (request: FastifyRequest) =>
      refusalOf(() => pages.limits.address(READ, request)) !== undefined
    serveProducts(app, deps, site, { readStorefront: pages.readStorefront, isBusy, schema: shopPage })
  }
  const isKnownPage = site ? pageMatcher(site) : () => false
  app.setNotFoundHandler((request, reply) => {
    const path = pathOf(request)
    const reads = request.method === 'GET' || request.method === 'HEAD'
    if (!site || !reads || !isPage(path)) return refuseUnknown(path, reply)
    const file = site.file(path)
    if (file) return file.send(request, reply.code(200))
    // the site itself tells people that an unknown address has no page
    if (wantsPage(request, path)) return site.shell.send(request, reply.code(isKnownPage(path) ? 200 : 404))
    return refuseUnknown(path, reply)
  })
}
