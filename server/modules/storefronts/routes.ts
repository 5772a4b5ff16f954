import type { Handlers } from '../../http/call'
import { Ready } from '../../http/ready'
import type { Parts } from '../../parts'
import { Refused } from '../../refused'
import { productsPage } from '../products/store'
import { findShop, shopIdOfSlug, toLook, toShop } from '../shops/store'
import type { Storefronts } from './storefronts'

export function storefrontHandlers({ db }: Parts, storefronts: Storefronts) {
  async function read(slug: string) {
    const shopId = await shopIdOfSlug(db.query, slug)
    const row = shopId === undefined ? undefined : await findShop(db.query, shopId)
    if (!row) throw new Refused('not-found')
    const { items: products, ...rest } = await productsPage(db.query, row.shop_id, { onSale: true })
    return { shop: toShop(row), look: toLook(row), products, ...rest }
  }

  return {
    'GET /api/storefronts/:slug': async ({ params: { slug }, reply }) => {
      const kept = storefronts.get(slug)
      if (kept) return kept
      const begun = storefronts.begin()
      const storefront = await read(slug)
      const text = String(reply.serializeInput(storefront, '200'))
      const ready = new Ready(text, 'application/json; charset=utf-8', 'no-cache')
      storefronts.keep(slug, storefront.shop.id, ready, begun)
      return ready
    },
  } satisfies Partial<Handlers>
}
