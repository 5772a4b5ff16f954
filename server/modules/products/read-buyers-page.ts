import type { FastifyReply } from 'fastify'
import type { PageQuery } from '@/contract/shapes'
import { ApiError } from '../../api-error'
import type { Database, Query } from '../../db/database'
import type { CachedReader } from '../../http/cache/cached-reader'
import { CachedResponse } from '../../http/cache/cached-response'
import { JSON_TYPE, OF_CALLER } from '../../http/cache/etag'
import type { Content } from '../content/content'
import { changesOfShop } from '../shops/shop-lock'
import { isVisible } from '../shops/store'
import { productsPage } from './store'

interface BuyersPage extends PageQuery {
  shopId: string
  search?: string
}

/**
 * A page of the products on sale, for buyers; `not-found` when they do not find the shop. Pages of the whole list are cached, and
 * those of searches, of which there are as many as texts, are not.
 */
export async function readBuyersPage(
  { db, reader, content }: { db: Database; reader: CachedReader; content: Content },
  { shopId, ...query }: BuyersPage,
  reply: FastifyReply,
) {
  const load = async (from: Query) => {
    if (!(await isVisible(from, shopId))) throw new ApiError('not-found')
    return { shopId, content: await productsPage(from, shopId, { ...query, onSale: true }) }
  }
  const { limit = '', cursor = '', search } = query
  if (search !== undefined) return (await load(db.query)).content
  return reader.read({
    key: `products ${shopId} ${limit} ${cursor}`,
    changes: (from) => changesOfShop(from, shopId),
    load,
    respond: (page) => {
      const text = String(reply.serialize(content.show('GET /api/shops/:shopId/products', page)))
      return new CachedResponse(text, JSON_TYPE, OF_CALLER.cacheControl, OF_CALLER.vary)
    },
  })
}
