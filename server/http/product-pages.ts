import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { RouteReply } from '@/contract/routes'
import { sharePhotoPath } from '@/domain/photo'
import type { Product } from '@/domain/sku'
import { ApiError } from '../api-error'
import type { AppDependencies } from '../dependencies'
import { withHead } from '../first-paint/frame'
import { productHeadOf } from '../first-paint/head'
import { placeAt } from '../first-paint/shop-place'
import { findProduct } from '../modules/products/store'
import type { ReadStorefront } from '../modules/storefronts/read-storefront'
import { CachedResponse } from './cached-response'
import { originOf } from './origin'
import type { Site } from './site'

type Storefront = RouteReply<'GET /api/storefronts/:slug'>

interface Query {
  slug?: unknown
  id?: unknown
}

interface Pages {
  readStorefront: ReadStorefront
  /** Whether this address has asked for too many storefronts. */
  isBusy(request: FastifyRequest): boolean
  schema: object
}

/** Serves a product's address: the site's page, whose head names the product that is on sale there. */
export function serveProducts(
  app: FastifyInstance,
  { db, settings }: AppDependencies,
  site: Site,
  { readStorefront, isBusy, schema }: Pages,
): void {
  app.get<{ Querystring: Query }>('/product', { schema }, async (request, reply) => {
    const { slug, id } = request.query
    const isNamed = typeof slug === 'string' && typeof id === 'string'
    // the plain page costs nothing
    if (!isNamed || isBusy(request)) return site.shell.send(request, reply)
    try {
      const storefront = JSON.parse((await readStorefront(slug, reply)).text()) as Storefront
      const product = await productOf(storefront, id)
      if (!product) return site.shell.send(request, reply.code(404))
      const origin = originOf(settings, request)
      const place = placeAt(origin, slug)
      const [photo] = product.photos
      const picture = photo ? `${origin}${sharePhotoPath(photo.hash)}` : place.picture
      const head = productHeadOf(storefront, product, place, picture)
      const page = new CachedResponse(withHead(site.html, head), 'text/html; charset=utf-8', 'no-cache')
      return page.send(request, reply)
    } catch (error) {
      const isMissing = error instanceof ApiError && error.code === 'not-found'
      if (!isMissing) request.log.error({ err: error }, 'the head of a product page could not be made')
      return site.shell.send(request, isMissing ? reply.code(404) : reply)
    }
  })

  /** From the storefront, or read where it is none of its first goods. */
  async function productOf({ shop, products }: Storefront, id: string): Promise<Product | undefined> {
    const found = products.find((product) => product.id === id) ?? (await findProduct(db.query, shop.id, id))
    return found?.onSale ? found : undefined
  }
}
