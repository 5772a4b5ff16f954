import type { FastifyReply } from 'fastify'
import { JSON_TYPE } from '../../http/etag'
import { Ready } from '../../http/ready'
import type { Parts } from '../../parts'
import { Refused } from '../../refused'
import { productsPage } from '../products/store'
import { findShop, shopIdOfSlug, toLook, toShop } from '../shops/store'
import type { Storefronts } from './storefronts'

/** Answers a storefront as the text that is sent; `not-found` when no shop has this slug. `reply` is that of a route whose answer it is by schema. */
export type ReadStorefront = (slug: string, reply: FastifyReply) => Ready | Promise<Ready>

export function storefrontReader({ db }: Parts, storefronts: Storefronts): ReadStorefront {
  async function read(slug: string) {
    const shopId = await shopIdOfSlug(db.query, slug)
    const row = shopId === undefined ? undefined : await findShop(db.query, shopId)
    if (!row) throw new Refused('not-found')
    const { items: products, ...rest } = await productsPage(db.query, row.shop_id, { onSale: true })
    return { shop: toShop(row), look: toLook(row), products, ...rest }
  }

  async function make(slug: string, reply: FastifyReply): Promise<Ready> {
    const begun = storefronts.begin()
    const storefront = await read(slug)
    const ready = new Ready(String(reply.serialize(storefront)), JSON_TYPE, 'no-cache')
    storefronts.keep(slug, storefront.shop.id, ready, begun)
    return ready
  }

  return (slug, reply) => storefronts.get(slug) ?? make(slug, reply)
}
