import { extname } from 'node:path'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { routes } from '@/contract/routes'
import { GONE } from '@/domain/shop/shop'
import { ApiError } from '../../api-error'
import type { AppDependencies } from '../../dependencies'
import type { FirstPaint, MissingStatus } from '../../first-paint/first-paint'
import type { Content } from '../../modules/content/content'
import type { ReadStorefront } from '../../modules/storefronts/read-storefront'
import type { CachedResponse } from '../cache/cached-response'
import type { Limits } from '../limits/limits'
import { parseRouteName } from '../mount-routes'
import { resolveOrigin } from '../origin'
import { sendProblem } from '../problem'
import { serveGroupBuys } from './group-buy-pages'
import { serveProducts } from './product-pages'
import { type Site, serveFiles } from './site'

const matchers = Object.keys(routes).map((name) => {
  const { method, url } = parseRouteName(name)
  return { method: String(method), pattern: new RegExp(`^${url.replace(/:[A-Za-z]+/g, '[^/]+')}$`) }
})

const allowedMethods = (path: string): string[] =>
  matchers.filter(({ pattern }) => pattern.test(path)).map(({ method }) => method)

const isPage = (path: string) => !/^\/(api|photos)(\/|$)/.test(path)
const pathOf = (request: FastifyRequest) => request.url.split('?', 1)[0] ?? '/'

/** Browsers accept HTML, link previews and tools accept anything; a path with a file extension is not a page. */
const wantsPage = ({ headers }: FastifyRequest, path: string) =>
  /text\/html|\*\/\*/.test(headers.accept ?? '*/*') && extname(path) === ''

function sendNotFound(path: string, reply: FastifyReply): FastifyReply {
  const methods = allowedMethods(path)
  if (methods.length === 0) return sendProblem(reply, new ApiError('not-found'))
  return sendProblem(reply.header('allow', methods.join(', ')), new ApiError('not-found'), 405)
}

/** Returns a check whether the site has a page at a path. Shop pages have their own route. */
function createPageMatcher(site: Site): (path: string) => boolean {
  if (!site.pageFiles) return () => true
  const addresses = new Set(['/', '/index.html', ...Object.keys(site.pageFiles.pages)])
  return (path) => addresses.has(path.length > 1 ? path.replace(/\/$/, '') : path)
}

interface Pages {
  site: Site | undefined
  /** Paints shops' first screens; without it their pages are plain. */
  firstPaint: FirstPaint | undefined
  readStorefront: ReadStorefront
  content: Content
  limits: Limits
}

/** The response schema of the API's storefront route, whose data the page contains. */
const shopPage = { response: { 200: routes['GET /api/storefronts/:slug'].reply } }

function serveShops(app: FastifyInstance, { settings }: AppDependencies, site: Site, pages: Pages): void {
  const { firstPaint, readStorefront, limits } = pages

  async function renderPage(
    slug: string,
    storefront: CachedResponse | MissingStatus,
    request: FastifyRequest,
  ) {
    if (!firstPaint) return site.shell
    try {
      if (typeof storefront === 'number') return await firstPaint.missingPage(storefront)
      return await firstPaint.page(slug, storefront, resolveOrigin(settings, request))
    } catch (error) {
      request.log.error({ err: error }, 'a first screen could not be made')
      return site.shell
    }
  }

  app.get<{ Params: { slug: string } }>('/s/:slug', { schema: shopPage }, async (request, reply) => {
    const { slug } = request.params
    const rejection = await apiErrorOf(() => limits.visit(STOREFRONT_ROUTE, request))
    if (rejection) {
      // the plain page needs no rendering, and its script shows the waiting time
      reply.raw.setHeader('retry-after', Math.ceil(rejection.details.retryAfter ?? 1))
      site.shell.send(request, reply.code(429))
      return reply
    }
    const storefront = await statusIfMissing(readStorefront(slug, reply))
    const page = await renderPage(slug, storefront, request)
    page.send(request, typeof storefront === 'number' ? reply.code(storefront) : reply)
    return reply
  })
}

/** A shop page counts toward the rate limit of this route. */
const STOREFRONT_ROUTE = 'GET /api/storefronts/:slug'

/** Returns the ApiError that `check` throws or rejects with, or `undefined`. */
async function apiErrorOf(check: () => void | Promise<void>): Promise<ApiError | undefined> {
  try {
    await check()
    return undefined
  } catch (error) {
    if (error instanceof ApiError) return error
    throw error
  }
}

/** Resolves with the status of the page when the promise rejects with `not-found`. */
async function statusIfMissing<T>(found: T | Promise<T>): Promise<T | MissingStatus> {
  try {
    return await found
  } catch (error) {
    if (error instanceof ApiError && error.code === 'not-found')
      return error.details.status === GONE ? GONE : 404
    throw error
  }
}

/**
 * Serves the H5 site, if there is one: its files, and its page for every path that a browser may open. Other requests get a
 * problem response.
 */
export async function servePages(app: FastifyInstance, deps: AppDependencies, pages: Pages): Promise<void> {
  const { site } = pages
  if (site) {
    await serveFiles(app, site)
    serveShops(app, deps, site, pages)
    const isBusy = async (request: FastifyRequest) =>
      (await apiErrorOf(() => pages.limits.visit(STOREFRONT_ROUTE, request))) !== undefined
    const { readStorefront, content } = pages
    serveProducts(app, deps, site, { readStorefront, content, isBusy, schema: shopPage })
    serveGroupBuys(app, deps, site, { content, isBusy })
  }
  const isKnownPage = site ? createPageMatcher(site) : () => false
  app.setNotFoundHandler((request, reply) => {
    const path = pathOf(request)
    const reads = request.method === 'GET' || request.method === 'HEAD'
    if (!site || !reads || !isPage(path)) return sendNotFound(path, reply)
    // the site's own router shows that an unknown address has no page
    if (wantsPage(request, path))
      return site.shellAt(path).send(request, reply.code(isKnownPage(path) ? 200 : 404))
    return sendNotFound(path, reply)
  })
}
