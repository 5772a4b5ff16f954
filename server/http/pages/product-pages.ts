import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { RouteReply } from '@/contract/routes'
import { sharePhotoPath } from '@/domain/photo'
import type { Product } from '@/domain/product/product'
import { ApiError } from '../../api-error'
import type { AppDependencies } from '../../dependencies'
import { withHead } from '../../first-paint/frame'
import { createProductHead } from '../../first-paint/head'
import { shopUrls } from '../../first-paint/shop-urls'
import type { Content } from '../../modules/content/content'
import { findProduct } from '../../modules/products/store'
import type { ReadStorefront } from '../../modules/storefronts/read-storefront'
import { CachedResponse } from '../cache/cached-response'
import { resolveOrigin } from '../origin'
import type { Site } from './site'

type Storefront = RouteReply<'GET /api/storefronts/:slug'>

interface Query {
  slug?: unknown
  id?: unknown
}

interface Pages {
  readStorefront: ReadStorefront
  content: Content
  /** Returns true when the client's address is above its rate limit. */
  isBusy(request: FastifyRequest): Promise<boolean>
  schema: object
}

/** Serves a product page: the site's page with the product's title, preview and offer in its head. */
export function serveProducts(
  app: FastifyInstance,
  { db, settings }: AppDependencies,
  site: Site,
  { readStorefront, content, isBusy, schema }: Pages,
): void {
  app.get<{ Querystring: Query }>('/product', { schema }, async (request, reply) => {
    const { slug, id } = request.query
    const isNamed = typeof slug === 'string' && typeof id === 'string'
    // the plain page needs no rendering
    if (!isNamed || (await isBusy(request))) return site.shell.send(request, reply)
    try {
      const storefront = JSON.parse((await readStorefront(slug, reply)).text()) as Storefront
      const product = await findProductOnSale(storefront, id)
      if (!product) return site.shell.send(request, reply.code(404))
      const origin = resolveOrigin(settings, request)
      const urls = shopUrls(origin, slug)
      const [photo] = product.photos
      const picture = photo ? `${origin}${sharePhotoPath(photo.hash)}` : urls.picture
      const head = createProductHead(storefront, product, urls, picture)
      const page = new CachedResponse(withHead(site.html, head), 'text/html; charset=utf-8', 'no-cache')
      return page.send(request, reply)
    } catch (error) {
      const status =
        error instanceof ApiError && error.code === 'not-found' ? (error.details.status ?? 404) : undefined
      if (status !== undefined) return site.shell.send(request, reply.code(status))
      request.log.error({ err: error }, 'the head of a product page could not be made')
      return site.shell.send(request, reply)
    }
  })

  /** Returns a product that is on sale, from the storefront's first products or else from the database. */
  async function findProductOnSale({ shop, products }: Storefront, id: string): Promise<Product | undefined> {
    const known = products.find((product) => product.id === id)
    if (known) return known
    const found = await findProduct(db.query, shop.id, id)
    return found?.onSale ? content.show('GET /api/shops/:shopId/products/:productId', found) : undefined
  }
}
