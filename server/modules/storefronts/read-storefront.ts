import type { FastifyReply } from 'fastify'
import { categoriesOf } from '@/domain/product/categories'
import { GONE } from '@/domain/shop/shop'
import { ApiError } from '../../api-error'
import type { Query } from '../../db/database'
import type { AppDependencies } from '../../dependencies'
import type { CachedReader } from '../../http/cache/cached-reader'
import { CachedResponse } from '../../http/cache/cached-response'
import { JSON_TYPE } from '../../http/cache/etag'
import type { Content } from '../content/content'
import { onlineOffersOf, readGrants } from '../grants/grants'
import { allProducts, productsPage } from '../products/store'
import { changesOf } from '../shops/shop-lock'
import { findShop, shopIdOfSlug, toLook, toShop } from '../shops/store'

/**
 * Returns a storefront as serialized text; `not-found` when no shop has this slug. `reply` belongs to a route whose response
 * schema is the storefront.
 */
export type ReadStorefront = (slug: string, reply: FastifyReply) => CachedResponse | Promise<CachedResponse>

/** The address of a shop that was closed for good. */
const shopGone = () => new ApiError('not-found', { status: GONE })

/** The services that a storefront's online payments depend on. */
type Services = Pick<AppDependencies, 'payments' | 'wechat'>

async function read(services: Services, db: Query, slug: string) {
  const shopId = await shopIdOfSlug(db, slug)
  const row = shopId === undefined ? undefined : await findShop(db, shopId)
  if (!row || row.blocked_at !== null) throw new ApiError('not-found')
  if (row.closed_at !== null) throw shopGone()
  const [shop, look] = [toShop(row), toLook(row)]
  const offers = onlineOffersOf(services, readGrants(row), shop.payments)
  const start = { shop, look, ...(offers.length > 0 ? { onlinePayments: offers } : {}) }
  const { items, next } = await productsPage(db, row.shop_id, { onSale: true })
  if (next === undefined) return { ...start, products: items }
  const later = await allProducts(db, row.shop_id, { onSale: true, cursor: next })
  const { firstScreenProducts } = await import('@/templates/first-screen-products')
  const all = [...items, ...later]
  const products = await firstScreenProducts(look, all, items.length)
  // the first products alone would not show which categories there are
  return { ...start, shop: { ...shop, categories: categoriesOf(all, shop) }, products, next }
}

/** Creates the function that reads storefronts from the cache or a database. */
export function storefrontReader(services: Services, reader: CachedReader, content: Content): ReadStorefront {
  return (slug, reply) =>
    reader.read({
      key: slug,
      changes: (query) => changesOf(query, slug),
      async load(query) {
        const storefront = await read(services, query, slug)
        return { shopId: storefront.shop.id, content: storefront }
      },
      respond: (storefront) => {
        const shown = content.show('GET /api/storefronts/:slug', storefront)
        return new CachedResponse(String(reply.serialize(shown)), JSON_TYPE, 'no-cache')
      },
    })
}
